// A finished file or none: streamed beside its place, made durable, then renamed into it. What is no file is written into.
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure } from '#contract/errors.ts';
import { systemDisk } from '../archive/disk.ts';
import { writeAll } from '../archive/durable.ts';

export type WrittenFile = { path: string; bytes: number; sha256: string };

/**
 * A link stays one, and what it leads to is written; a device or a pipe is never replaced. Throws export.unwritable;
 * whatever stops it, no partial file is left.
 */
export async function writeFile(named: string, chunks: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
  const there = await stat(named).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) {
    const written = await writeStream(createWriteStream(named), chunks).catch((error: unknown) => refuse(named, error));
    return { ...written, path: named };
  }
  const path = there ? await realpath(named) : named;
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await systemDisk.open(temporary, 'create').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('export.unwritable', { path, reason: error.code ?? error.message }, { cause: error });
  });
  try {
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        await writeAll(file, chunk, bytes - chunk.length);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    return refuse(path, error);
  }
  return { path: named, bytes, sha256: hash.digest('hex') };
}

/** What the system refused, as a failure; anything else as it is. */
function refuse(path: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) throw new Failure('export.unwritable', { path, reason: code }, { cause: error });
  throw error;
}

/** Into what cannot be taken back: a pipe, a terminal. The stream is left open when it is standard output. */
export async function writeStream(stream: Writable, chunks: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await pipeline(Readable.from(counted(), { objectMode: false }), stream, { end: stream !== process.stdout });
  return { path: '-', bytes, sha256: hash.digest('hex') };
}
