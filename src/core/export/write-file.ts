import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Failure } from '#contract/errors.ts';

/** Streams to a neighbour of `path`, syncs, renames. Nothing is left behind on failure. `export.unwritable` when the disk refuses. */
export async function writeFile<R>(
  path: string,
  stream: AsyncGenerator<Uint8Array, R>,
): Promise<{ sha256: string; bytes: number; result: R }> {
  const part = `${path}.${process.pid}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(part, 'wx');
    let step = await stream.next();
    try {
      for (; !step.done; step = await stream.next()) {
        hash.update(step.value);
        bytes += step.value.length;
        await file.writeFile(step.value);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return { sha256: hash.digest('hex'), bytes, result: step.value as R };
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new Failure('export.unwritable', { path, reason: error.message }, { cause: error });
    throw error;
  }
}
