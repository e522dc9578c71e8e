// Item files: one pretty JSON file each.
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Item, itemSchema } from '#contract/item.ts';
import { makeFolder, replaceFile } from './durable.ts';
import { parseJson, stringifyJson } from './json.ts';
import { articlePath, articlesFolder, isItemId, quarantineFolder } from './layout.ts';

/** What is in the file of an item: the item, nothing, or something that is not an item. */
export type RecordRead = { state: 'sound'; item: Item } | { state: 'absent' } | { state: 'damaged'; reason: string };

export async function readRecord(dir: string, id: string): Promise<RecordRead> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(articlePath(dir, id));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { state: 'absent' };
    throw error;
  }
  try {
    const item = itemSchema.parse(parseJson(bytes));
    return item.id === id ? { state: 'sound', item } : { state: 'damaged', reason: `id ${item.id}` };
  } catch (error) {
    return { state: 'damaged', reason: (error as Error).message };
  }
}

/** Not fsynced: the journal stands in for the file until the next checkpoint. */
export const writeRecord = (dir: string, item: Item): Promise<void> =>
  replaceFile(articlePath(dir, item.id), stringifyJson(item), { sync: false });

export const removeRecord = (dir: string, id: string): Promise<void> => rm(articlePath(dir, id), { force: true });

/** Moves a damaged file aside, whole, so that nothing of it is lost. */
export async function quarantineRecord(dir: string, id: string, now: Date): Promise<void> {
  await makeFolder(quarantineFolder(dir));
  await rename(articlePath(dir, id), join(quarantineFolder(dir), `${id}.${now.getTime()}.json`)).catch(() => {});
}

/** Every identifier that has a file. */
export async function* listRecords(dir: string): AsyncGenerator<string> {
  const shards = await readdir(articlesFolder(dir)).catch(() => [] as string[]);
  for (const shard of shards.sort()) {
    for (const name of await readdir(join(articlesFolder(dir), shard))) {
      const id = name.slice(0, -'.json'.length);
      if (name.endsWith('.json') && isItemId(id)) yield id;
    }
  }
}
