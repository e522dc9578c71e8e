// WebP (RFC 9649) by libwebp as a WebAssembly module, new for each picture: what a damaged file does to it ends with it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MOST_PIXELS, type StillPicture } from './still-picture.ts';

/** What is used of it: the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
};

type Decoder = {
  memory: { buffer: ArrayBuffer };
  malloc: (bytes: number) => number;
  WebPDecodeRGBA: (data: number, length: number, width: number, height: number) => number;
};

export const isWebp = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

let compiled: object | undefined;

function open(): Decoder {
  compiled ??= new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('@cwasm/webp/webp.wasm')));
  const refused = (): never => {
    throw new Error('a picture has no files');
  };
  const files = { fd_close: refused, fd_seek: refused, fd_write: refused };
  return new WebAssembly.Instance(compiled, { wasi_snapshot_preview1: files }).exports as Decoder;
}

/** Of one that moves its first picture. Throws where it is damaged or too large. */
export function readWebp(bytes: Buffer): StillPicture {
  const still = firstFrame(bytes);
  const { memory, malloc, WebPDecodeRGBA } = open();
  const [data, size] = [malloc(still.length), malloc(8)];
  new Uint8Array(memory.buffer, data, still.length).set(still);
  const pixels = WebPDecodeRGBA(data, still.length, size, size + 4);
  if (pixels === 0) throw new RangeError('no picture in the WebP');
  const [width = 0, height = 0] = new Uint32Array(memory.buffer, size, 2);
  return { width, height, rgba: new Uint8Array(memory.buffer, pixels, 4 * width * height) };
}

type Chunk = { type: string; data: Buffer };

function chunksOf(bytes: Buffer, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = from; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    chunks.push({ type: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length & 1);
  }
  return chunks;
}

/** The file itself, unless it moves: then its first frame as a file. */
function firstFrame(bytes: Buffer): Buffer {
  const chunks = chunksOf(bytes, 12);
  if (!chunks.some(({ type }) => type === 'VP8X')) return within(bytes, chunks);
  const frame = chunks.find(({ type }) => type === 'ANMF');
  if (!frame) return within(bytes, chunks);
  // Behind place, size, duration and flags; what is seen through of lossy frames is in a chunk of its own.
  const parts = chunksOf(frame.data, 16).filter(({ type }) => ['ALPH', 'VP8 ', 'VP8L'].includes(type));
  const [width, height] = [frame.data.readUIntLE(6, 3), frame.data.readUIntLE(9, 3)];
  const head = Buffer.alloc(10);
  head[0] = parts.some(({ type }) => type !== 'VP8 ') ? 0x10 : 0;
  head.writeUIntLE(width, 4, 3);
  head.writeUIntLE(height, 7, 3);
  const body = Buffer.concat([Buffer.from('WEBP'), ...[{ type: 'VP8X', data: head }, ...parts].map(chunkBytes)]);
  return within(chunkBytes({ type: 'RIFF', data: body }), chunksOf(body, 4));
}

function chunkBytes({ type, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
}

/** The same, if it has no more pixels than there is room for. */
function within(file: Buffer, chunks: readonly Chunk[]): Buffer {
  for (const { type, data } of chunks) {
    let [width, height] = [0, 0];
    if (type === 'VP8X') [width, height] = [data.readUIntLE(4, 3) + 1, data.readUIntLE(7, 3) + 1];
    else if (type === 'VP8 ') [width, height] = [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff];
    else if (type === 'VP8L') [width, height] = [(data.readUInt32LE(1) & 0x3fff) + 1, ((data.readUInt32LE(1) >>> 14) & 0x3fff) + 1];
    if (width * height > MOST_PIXELS / 2) throw new RangeError('too many pixels');
  }
  return file;
}
