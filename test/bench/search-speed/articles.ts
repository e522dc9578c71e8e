// An archive for measuring the index alone: its articles lie one after the other in one file, and are read from there.
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '#contract/item.ts';
import type { Store } from '#core/archive/store.types.ts';
import { type News, news } from '../news.ts';

/** What an index asks of a store. */
export type Articles = Store & { readonly count: number; id(n: number): string; close(): Promise<void> };

const idOf = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const numberOf = (id: string): number => Number.parseInt(id.slice(-12), 16);

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

  function read(n: number): Item | undefined {
    if (!(n >= 0 && n < count)) return undefined;
    const start = n === 0 ? 0 : ends[n - 1]!;
    const size = ends[n]! - start;
    if (size > buffer.length) buffer = Buffer.alloc(size * 2);
    readSync(file, buffer, 0, size, start);
    return JSON.parse(buffer.toString('utf8', 0, size)) as Item;
  }

  const asked: Partial<Articles> = {
    dir,
    format: 1,
    readOnly: undefined,
    archiveId: `bench-${count}`,
    marks: {},
    count,
    id: idOf,
    read: async (id) => read(numberOf(id)),
    digestOf: () => undefined,
    async *ids() {
      for (let n = 0; n < count; n++) yield idOf(n);
    },
    shards: async () => [],
    waiting: () => [],
    entriesAfter: async () => undefined,
    close: async () => closeSync(file),
  };
  return asked as Articles;
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
