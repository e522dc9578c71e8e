// An archive with a history, kept beside to begin from again, and one byte of it that another hand changes.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '#contract/item.ts';
import { makeRecords } from './json-archive.ts';
import { type Opened, withArchive } from './open-archive.ts';
import type { Random } from './random.ts';

export const fileKinds = ['records', 'originals', 'journals', 'catalogue', 'marker', 'index'] as const;
export type FileKind = (typeof fileKinds)[number];

const patterns: Record<FileKind, string> = {
  records: 'archive/data/articles/**/*.json',
  originals: 'archive/data/originals/*/*',
  journals: 'archive/data/journal/*/*.jsonl',
  catalogue: 'archive/data/catalog.json',
  marker: 'archive/warraq.json',
  index: 'cache/*/index.sqlite*',
};

export type Altered = {
  readonly dir: string;
  readonly cacheDir: string;
  readonly ids: readonly string[];
  /** As they were: each item, and each revision of it. */
  readonly items: ReadonlyMap<string, Item>;
  readonly revisions: ReadonlyMap<string, readonly number[]>;
  /** Numbers that a line of the journal tells of, by the line's place. */
  begin(): void;
  /** Changes one byte of one file of a kind; tells where. */
  flip(kind: FileKind, random: Random): { path: string; at: number; from: number; to: number };
};

export async function makeAltered(home: string): Promise<Altered> {
  const [dir, cacheDir, saved] = [join(home, 'archive'), join(home, 'cache'), join(home, 'saved')];
  const ids = await makeRecords(dir, cacheDir, 12);
  await withArchive(dir, cacheDir, async ({ client }) => {
    for (const id of ids.slice(0, 6)) await client.item.edit({ id, set: { notes: [`ملاحظة ${id}`], title: [`عنوان ${id}`] } });
    await client.settings.set({ digits: 'latn' });
    await client.tag.add({ tag: 'ثالث', ids: ids.slice(2, 9) });
    await client.item.trash({ ids: ids.slice(8, 10) });
    await client.item.restore({ ids: ids.slice(8, 9) });
    await client.item.purge({ ids: [ids.pop()!] });
  });
  const items = new Map<string, Item>();
  const revisions = new Map<string, number[]>();
  await withArchive(dir, cacheDir, async ({ client }) => {
    for (const id of ids) {
      items.set(id, await client.item.get({ id }));
      revisions.set(id, await revisionsOf({ client }, id));
    }
  });
  mkdirSync(saved);
  const copy = (from: string, to: string): void => {
    for (const name of ['archive', 'cache']) {
      rmSync(join(to, name), { recursive: true, force: true });
      cpSync(join(from, name), join(to, name), { recursive: true, preserveTimestamps: true });
    }
  };
  copy(home, saved);
  return {
    dir,
    cacheDir,
    ids,
    items,
    revisions,
    begin: () => copy(saved, home),
    flip(kind, random) {
      const files = globSync(patterns[kind], { cwd: home }).filter((path) => statSync(join(home, path)).size > 0);
      const path = random.one(files.sort());
      const bytes = readFileSync(join(home, path));
      const at = random.under(bytes.length);
      const from = bytes[at]!;
      // A bit, as a disk or a memory loses it, or any other byte.
      const to = random.under(2) === 0 ? from ^ (1 << random.under(8)) : (from + 1 + random.under(255)) % 256;
      bytes[at] = to;
      writeFileSync(join(home, path), bytes);
      return { path, at, from, to };
    },
  };
}

export async function revisionsOf({ client }: Pick<Opened, 'client'>, id: string): Promise<number[]> {
  return (await client.item.history({ id })).revisions.map(({ revision }) => revision);
}
