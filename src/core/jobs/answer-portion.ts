// Answers in a thread of its own, from the index that another thread keeps up to date.
import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '#contract/item.ts';
import { articlePath } from '../archive/layout.ts';
import { parseRecord } from '../archive/records.ts';
import { isDamage } from '../search/database.ts';
import type { Read, Searchable } from '../search/find.ts';
import { openToFollow } from '../search/search-index.ts';
import type { Aside } from '../threads/tasks.ts';
import { answers, type Answers, type InputOf, type Kind } from './answers.ts';
import type { Counted } from './duplicates.ts';

export type AnswerPortion = {
  [K in Kind]: { readonly path: string; readonly dir: string; readonly kind: K; readonly input: InputOf<K> };
}[Kind];

/** Errors lose their class on the way between threads, so those that are told apart are told as what they are. */
export type Outcome = { readonly value: unknown } | { readonly damage: string };

/** What a thread says to the one who asked. */
export type Said = { readonly read: string } | { readonly progress: Counted };

/** The index stays open, with what was read of it. */
const open = new Map<string, Searchable>();

export async function answerPortion({ path, dir, kind, input }: AnswerPortion, { isStopped, say }: Aside): Promise<Outcome> {
  const check = (): void => {
    if (isStopped()) throw new Error('no one waits for this any more');
  };
  try {
    check();
    const index = open.get(path) ?? openToFollow(path);
    open.set(path, index);
    const read = readerOf(dir, index.db, (id) => say({ read: id } satisfies Said) as Promise<Item | undefined>);
    const told = (progress: Counted): void => void say({ progress } satisfies Said);
    const answer = answers[kind] as (...all: [unknown, unknown, unknown]) => ReturnType<Answers[Kind]>;
    return { value: await answer({ index, read, check }, input, told) };
  } catch (error) {
    if (isDamage(error)) return { damage: String(error) };
    throw error;
  }
}

/** A file that is at the revision that the index knows is read here; of what is not in its file yet the store is asked. */
function readerOf(dir: string, db: DatabaseSync, ask: Read): Read {
  const known = db.prepare("SELECT json_extract(summary, '$.revision') AS revision FROM items JOIN summaries USING (row) WHERE id = ?");
  return async (id) => {
    const item = itemInFile(dir, id);
    return item && item.revision === known.get(id)?.['revision'] ? item : ask(id);
  };
}

function itemInFile(dir: string, id: string): Item | undefined {
  try {
    const found = parseRecord(readFileSync(articlePath(dir, id)), id);
    return found.state === 'sound' ? found.item : undefined;
  } catch {
    return undefined;
  }
}
