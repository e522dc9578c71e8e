// Writing that survives a power cut: whole buffers, fsync, rename, fsync of the folder.
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** write(2) may take less than it was given; a short write is not an error, and not the end. */
export async function writeAll(file: FileHandle, bytes: Uint8Array, position: number | null = null): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position === null ? null : position + done);
    done += bytesWritten;
  }
}

/** Makes names in a folder durable. Windows has no such thing and says so; only there is that forgiven. */
export async function syncFolder(folder: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(folder, 'r');
    await file.sync();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (process.platform !== 'win32' || !['EPERM', 'EISDIR', 'EACCES'].includes(code ?? '')) throw error;
  } finally {
    await file?.close();
  }
}

/**
 * Replaces a file whole, by a temporary neighbour and a rename. With `sync` it is durable when resolved; without, the
 * bytes reach the disk at the next checkpoint and the journal stands in for them until then.
 */
export async function replaceFile(path: string, bytes: Uint8Array, options: { sync: boolean }): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await openMaking(temporary);
    try {
      await writeAll(file, bytes);
      if (options.sync) await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  if (options.sync) await syncFolder(dirname(path));
}

async function openMaking(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await makeFolder(dirname(path));
    return open(path, 'wx');
  }
}

/** Makes a folder and its parents; each new name is made durable in its parent. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  let made = folder;
  while (made.length >= first.length) {
    await syncFolder(join(made, '..'));
    made = dirname(made);
  }
}
