// Long runs of bytes as rows of a table. Each row bears its checksum, so that nothing behind this file meets a byte we did not write.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { DamagedRow } from '../database.ts';

export const segmentSchema = `
  -- One number: raised by each change. New segments are named by it.
  CREATE TABLE segment_state (generation INTEGER NOT NULL);
  INSERT INTO segment_state VALUES (0);
  -- dead: a bit for each document that was removed or written anew since; empty when there is none.
  CREATE TABLE segments (id INTEGER PRIMARY KEY, header BLOB NOT NULL, dead BLOB NOT NULL, sum INTEGER NOT NULL);
  CREATE TABLE segment_chunks (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, bytes BLOB NOT NULL);
`;

/** The runs of bytes that make a segment. */
export const streams = ['documents', 'stems', 'stemPages', 'forms', 'formPages', 'formsTable', 'postings', 'positions'] as const;
export type Stream = (typeof streams)[number];

const CHUNK = 1 << 15;
const PARTS = 2 ** 20;
/** Room for 2^29 segments over the life of a file, within the whole numbers that JavaScript holds. */
const STREAMS = 8;

const chunkId = (segment: number, stream: Stream, part: number): number => (segment * STREAMS + streams.indexOf(stream)) * PARTS + part;
export const segmentOf = (chunk: number): number => Math.floor(chunk / (STREAMS * PARTS));
export const firstChunkOf = (segment: number): number => segment * STREAMS * PARTS;

export type ChunkReader = {
  /** Bytes from `start` up to `end`; a view where they lie in one chunk. Throws DamagedRow when they are not as they were written. */
  read(segment: number, stream: Stream, start: number, end: number): Uint8Array;
  /** Forgets what it holds. */
  clear(): void;
};

type Held = { readonly bytes: Uint8Array; asked: number };

/** Keeps the chunks that were read last, up to `memory` bytes. */
export function openChunks(db: DatabaseSync, memory: number): ChunkReader {
  const get = db.prepare('SELECT sum, bytes FROM segment_chunks WHERE id = ?');
  const held = new Map<number, Held>();
  let size = 0;
  let clock = 0;

  function chunk(id: number): Uint8Array {
    const known = held.get(id);
    if (known) {
      known.asked = ++clock;
      return known.bytes;
    }
    const row = get.get(id) as { sum: unknown; bytes: unknown } | undefined;
    if (!(row?.bytes instanceof Uint8Array) || crc32(row.bytes) !== row.sum)
      throw new DamagedRow('a part of the word index cannot be read');
    if (size + row.bytes.length > memory) makeRoom();
    held.set(id, { bytes: row.bytes, asked: ++clock });
    size += row.bytes.length;
    return row.bytes;
  }

  /** An eighth at once: looking for what was not asked for longest costs a walk over all. */
  function makeRoom(): void {
    for (const [id, { bytes }] of [...held].sort(([, a], [, b]) => a.asked - b.asked)) {
      if (size <= memory * 0.875) break;
      held.delete(id);
      size -= bytes.length;
    }
  }

  return {
    read(segment, stream, start, end) {
      if (start === end) return new Uint8Array(0);
      const first = Math.floor(start / CHUNK);
      const last = Math.floor((end - 1) / CHUNK);
      if (first === last) return whole(chunk(chunkId(segment, stream, first)), start - first * CHUNK, end - first * CHUNK);
      const bytes = new Uint8Array(end - start);
      for (let part = first; part <= last; part++) {
        const from = Math.max(start, part * CHUNK);
        const to = Math.min(end, (part + 1) * CHUNK);
        bytes.set(whole(chunk(chunkId(segment, stream, part)), from - part * CHUNK, to - part * CHUNK), from - start);
      }
      return bytes;
    },
    clear() {
      held.clear();
      size = 0;
    },
  };
}

function whole(chunk: Uint8Array, start: number, end: number): Uint8Array {
  if (end > chunk.length) throw new DamagedRow('a part of the word index is too short');
  return chunk.subarray(start, end);
}

export type ChunkWriter = {
  append(stream: Stream, bytes: Uint8Array, length: number): void;
  /** Writes what is left and gives the length of each stream, in their order. */
  finish(): number[];
};

/** For use inside transactions; what was written for a segment that is never listed is cleared away later. */
export function writeChunks(db: DatabaseSync, segment: number): ChunkWriter {
  const put = db.prepare('INSERT INTO segment_chunks VALUES (?, ?, ?)');
  const open = streams.map((stream) => ({ stream, length: 0, buffer: new Uint8Array(0), filled: 0 }));
  type Open = (typeof open)[number];

  function flush(one: Open): void {
    const part = Math.ceil(one.length / CHUNK) - 1;
    const bytes = one.buffer.subarray(0, one.filled);
    put.run(chunkId(segment, one.stream, part), crc32(bytes), bytes);
    one.filled = 0;
  }

  return {
    append(stream, bytes, length) {
      const one = open[streams.indexOf(stream)]!;
      for (let at = 0; at < length; ) {
        if (one.filled === one.buffer.length) one.buffer = widened(one.buffer, length - at);
        const size = Math.min(length - at, one.buffer.length - one.filled);
        one.buffer.set(bytes.subarray(at, at + size), one.filled);
        one.filled += size;
        one.length += size;
        at += size;
        if (one.filled === CHUNK) flush(one);
      }
    },
    finish() {
      for (const one of open) if (one.filled > 0) flush(one);
      return open.map(({ length }) => length);
    },
  };
}

/** Small segments are many: their buffers start small. */
function widened(buffer: Uint8Array<ArrayBuffer>, wanted: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.min(CHUNK, Math.max(buffer.length * 2, wanted, 1024)));
  wider.set(buffer);
  return wider;
}
