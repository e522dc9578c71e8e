// The articles of the bench: one after the other in one file, so that an index can be built of them again and again.
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '#contract/item.ts';
import type { Store } from '#core/archive/store.types.ts';
import { idOf, storeOfItems } from '../items-store.ts';
import { type News, news } from '../news.ts';

export type Articles = { readonly store: Store; readonly read: (n: number) => Item; close(): void };

/** Facts for the facets as an archive's catalogue would hold them. */
export function itemOf(n: number, { title, body, source, date }: News): Item {
  const published = date.match(/\d{4}(-\d{2}(-\d{2})?)?/)?.[0] ?? `20${10 + (n % 14)}-0${1 + (n % 9)}-1${n % 10}`;
  return {
    schema: 1,
    id: idOf(n),
    revision: 1,
    state: 'active',
    title,
    body: body
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph' as const, text })),
    language: 'ar',
    source: source || ['الوقت', 'الحياة', 'النهار', 'السفير'][n % 4]!,
    creators: [],
    dates: {
      published: { value: published, calendar: 'gregorian' },
      captured: { value: '2024-05-04T00:00:00.000Z', calendar: 'gregorian' },
    },
    tags: [`وسم ${n % 40}`, `موضوع ${n % 307}`],
    collections: [],
    notes: '',
    files: [],
  };
}

/** Written once, then read again from run to run. */
export async function openArticles(dir: string, count: number): Promise<Articles> {
  const path = join(dir, `articles-${count}.jsonl`);
  if (!existsSync(path)) await write(path, count);
  const ends = new Float64Array(new Uint8Array(readFileSync(`${path}.ends`)).buffer);
  const file = openSync(path, 'r');
  let buffer = Buffer.alloc(1 << 16);

  function read(n: number): Item {
    const start = n === 0 ? 0 : ends[n - 1]!;
    const size = ends[n]! - start;
    if (size > buffer.length) buffer = Buffer.alloc(size * 2);
    readSync(file, buffer, 0, size, start);
    return JSON.parse(buffer.toString('utf8', 0, size)) as Item;
  }

  return {
    store: storeOfItems(dir, `bench-${count}`, count, (n) => (n < count ? read(n) : undefined)),
    read,
    close: () => closeSync(file),
  };
}

async function write(path: string, count: number): Promise<void> {
  const file = openSync(`${path}.part`, 'w');
  const ends = new Float64Array(count);
  let n = 0;
  let end = 0;
  for await (const article of news(count)) {
    end += writeSync(file, `${JSON.stringify(itemOf(n, article))}\n`);
    ends[n++] = end;
  }
  closeSync(file);
  writeFileSync(`${path}.ends`, new Uint8Array(ends.buffer));
  renameSync(`${path}.part`, path);
}
