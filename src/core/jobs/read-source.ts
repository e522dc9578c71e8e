// The bytes of one input. It is asked what it is before it is opened: opening a pipe would wait for ever.
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { Failure, isFailure } from '#contract/errors.ts';
import { MAX_BYTES } from '../capture/limits.ts';
import { limitOf } from '../capture/recognise-format.ts';

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** `at`: the path in the bytes of the disk, where they differ. Throws capture.not-a-file, too-large, missing, unreadable. */
export function readSource(path: string, at?: Uint8Array): Uint8Array<ArrayBuffer> {
  const place = at ? Buffer.from(at) : path;
  try {
    if (!statSync(place).isFile()) throw new Failure('capture.not-a-file', { path });
    return readOpened(place, path);
  } catch (error) {
    if (isFailure(error)) throw error;
    if (reasonOf(error) === 'ENOENT') throw new Failure('capture.missing', { path });
    throw new Failure('capture.unreadable', { path, reason: reasonOf(error) });
  }
}

function readOpened(place: string | Buffer, path: string): Uint8Array<ArrayBuffer> {
  const file = openSync(place, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > limitOf(path)) throw tooLarge(path, size, limitOf(path));
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

const tooLarge = (path: string, bytes: number, limit: number): Failure =>
  new Failure('capture.too-large', { path, megabytes: Math.ceil(bytes / 1e6), limit: Math.round(limit / 1e6) });

export async function readStdin(): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge('-', size, MAX_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
