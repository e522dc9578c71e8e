// Brings all that was written on a file system to its disk by one call, syncfs(2), where an fsync for each of many files
// waits for the file system's own journal again and again. Node has no such call; coreutils' `sync --file-system` makes it.
import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** By the number that statfs(2) gives: ext4 and XFS, on which the power was cut after it. A file system in user space may ignore it. */
const TRIED = new Set([0xef53, 0x58465342]);

let missing = process.platform !== 'linux';

/** Whether the file system that holds this folder can be synced whole. */
export async function canSyncFileSystem(folder: string): Promise<boolean> {
  if (missing) return false;
  return statfs(folder).then(
    ({ type }) => TRIED.has(type),
    () => false,
  );
}

/** False when it could not be done, or the disk reported an error: the caller then asks for each file. */
export async function syncFileSystem(folder: string): Promise<boolean> {
  if (!(await canSyncFileSystem(folder))) return false;
  try {
    await run('sync', ['--file-system', folder]);
    return true;
  } catch (error) {
    missing ||= (error as NodeJS.ErrnoException).code === 'ENOENT';
    return false;
  }
}
