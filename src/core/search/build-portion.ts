// Builds the lists of an index from an archive's files, in a thread of its own: it takes seconds, and much that is soon garbage.
import { availableParallelism } from 'node:os';
import type { Aside } from '../threads/tasks.ts';
import { startThread, type Thread } from '../threads/thread.ts';
import { addOrders, isDamage, openBeside, transaction } from './database.ts';
import { emptyParts, openParts } from './parts.ts';
import type { Row } from './row.ts';
import type { Scanned, ScannedRow } from './scan-portion.ts';
import { ByteSource } from './segments/bytes.ts';

/** `path` is of the index; `waiting` are records that the journals know more of than the files: they are left out. */
export type BuildPortion = {
  readonly dir: string;
  readonly path: string;
  readonly shards: readonly string[];
  readonly waiting: readonly string[];
};

/** How many records are listed, and those to be read in another way; or that the file of the index is damaged. */
export type Built = { readonly listed: number; readonly rest: readonly string[] } | { readonly damage: string };

/** One more than there are processors: files that are not in memory are waited for. */
const THREADS = Math.min(8, availableParallelism() + 1);
/** Rows of one transaction: each writes every page that it touches, and rows come in no order of the index. */
const AT_ONCE = 4000;

/** Says from time to time how many are listed. */
export async function buildPortion({ dir, path, shards, waiting }: BuildPortion, { say }: Aside): Promise<Built> {
  try {
    const parts = openParts(openBeside(path));
    const { db, writer } = parts;
    try {
      emptyParts(parts);
      const left = new Set(waiting);
      const rest: string[] = [];
      let listed = 0;
      let rows: (Row & ScannedRow)[] = [];
      const insert = (): void => {
        writer.change(() => rows.forEach((row) => writer.insert(row, row.file)));
        listed += rows.length;
        void say(listed);
        rows = [];
      };
      await scanAll(dir, shards, (found) => {
        const summaries = new ByteSource(found.summaries);
        for (const row of found.rows) {
          const summary = summaries.sized();
          if (!left.has(row.id)) rows.push({ ...row, summary });
        }
        rest.push(...found.rest.filter((id) => !left.has(id)));
        if (rows.length >= AT_ONCE) insert();
      });
      insert();
      transaction(db, () => addOrders(db));
      return { listed, rest };
    } finally {
      db.close();
    }
  } catch (error) {
    // What an error is does not cross from a thread.
    if (isDamage(error)) return { damage: (error as Error).message };
    throw error;
  }
}

async function scanAll(dir: string, shards: readonly string[], take: (found: Scanned) => void): Promise<void> {
  const threads = Array.from({ length: THREADS }, () => startThread('scan'));
  const left = shards.values();
  const scan = async (thread: Thread<'scan'>): Promise<void> => {
    for (const shard of left) take(await thread.ask({ dir, shard }));
  };
  try {
    await Promise.all([...threads, ...threads].map(scan));
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}
