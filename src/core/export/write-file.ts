// A finished file or none: streamed beside its place, made durable, then renamed into it.
import { createHash, randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { Failure } from '#contract/errors.ts';
import { systemDisk } from '../archive/disk.ts';
import { writeAll } from '../archive/durable.ts';

export type WrittenFile = { path: string; bytes: number; sha256: string };

/** Throws export.unwritable; whatever stops it, no partial file is left. */
export async function writeFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
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
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
      throw new Failure('export.unwritable', { path, reason: code }, { cause: error });
    throw error;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}
