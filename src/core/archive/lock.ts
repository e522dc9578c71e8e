// One writer. The operating system holds the lock through SQLite's own file lock: it goes when the process dies, never before.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '#contract/errors.ts';

const WAIT_MS = 25;

export type Lock = { release(): void };

/** Throws archive.locked with the owner's name, archive.disk-full or the system's own error. */
export function takeLock(dir: string, app: string, clock: () => Date): Lock {
  const folder = join(dir, '.warraq');
  const owner = join(folder, 'owner.json');
  mkdirSync(folder, { recursive: true });
  // SQLite comes to an exclusive lock by a shared one, so that two programs at the very same moment refuse each other: within
  // this time one of them steps back. (With `locking_mode = EXCLUSIVE` neither would let go of the shared lock again.)
  const db = new DatabaseSync(join(folder, 'lock'), { timeout: WAIT_MS });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (/locked|busy/i.test((error as Error).message)) throw new Failure('archive.locked', { path: dir, owner: ownerOf(owner) });
    throw error;
  }
  try {
    writeFileSync(owner, JSON.stringify({ app, pid: process.pid, host: hostname(), since: clock().toISOString() }));
  } catch {
    // The owner's name only serves a message; a full disk must not keep the archive shut.
  }
  return { release: () => db.close() };
}

function ownerOf(path: string): string {
  try {
    const { app, pid, host } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return `${String(app)}, ${String(pid)}, ${String(host)}`;
  } catch {
    return '?';
  }
}
