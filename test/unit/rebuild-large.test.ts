// The lists of a large archive are built by threads: what they say is what the records say, one by one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import { articlePath } from '#core/archive/layout.ts';
import { createStore } from '#core/archive/store.ts';
import { columns, facetNames, facetsOf, rowOf } from '#core/search/row.ts';
import { openIndex, type SearchIndex } from '#core/search/search-index.ts';
import { RowSet } from '#core/search/segments/row-set.ts';

const COUNT = 2100;
const at = '2024-05-04T00:00:00.000Z';
const idOf = (n: number): string => `01900000-0000-7000-8000-${((n * 2654435761) % 2 ** 40).toString(16).padStart(12, '0')}`;

const item = (n: number): Item =>
  itemSchema.parse({
    schema: 1,
    id: idOf(n),
    revision: 1,
    state: n % 10 ? 'active' : 'trashed',
    title: `المقال رقم ${n} 🖋️`,
    body: [{ kind: 'paragraph', text: `نص ${n}` }],
    language: n % 7 ? 'ar' : 'fa',
    source: n % 3 ? `الصحيفة ${n % 5}` : undefined,
    dates: n % 4 ? { published: { value: `20${10 + (n % 9)}-0${1 + (n % 9)}`, precision: 'month' } } : {},
    tags: [`وسم/${n % 6}`, 'خبر'],
  });

/** What it says of each article, and how many have each value. */
function contentsOf({ db, facets }: SearchIndex) {
  const rows = db.prepare('SELECT * FROM items JOIN summaries USING (row) ORDER BY id').all();
  const counts = facets.count(RowSet.from(rows.map((row) => row['row'] as number)), facetNames, COUNT);
  const lists = (table: string, column: string) =>
    db.prepare(`SELECT id, ${column} AS value FROM ${table} JOIN items USING (row) ORDER BY id, value`).all();
  return {
    rows: rows.map((row) => [row['id'], ...columns.map((column) => row[column]), JSON.parse(row['summary'] as string)]),
    digests: rows.map((row) => row['digest']),
    tags: lists('item_tags', 'tag').map(({ id, value }) => [id, value]),
    counts,
    orders: db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'index' AND name LIKE 'items_%'").get()!['n'],
  };
}

function expectedOf(items: readonly Item[]) {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(rowOf);
  const counts = facetNames.map((name) => {
    const times = new Map<string, number>();
    for (const row of rows) for (const value of facetsOf(row)[name]) times.set(value, (times.get(value) ?? 0) + 1);
    const order = (a: [string, number], b: [string, number]): number => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
    return [name, [...times].sort(order).map(([value, count]) => ({ value, count }))];
  });
  return {
    rows: rows.map((row) => [row.id, ...row.values, JSON.parse(row.summary as string)]),
    tags: sorted.flatMap(({ id, tags }) => [...tags].sort().map((tag) => [id, tag])),
    counts: Object.fromEntries(counts),
  };
}

test('the lists of a large archive, with records laid out by another hand, scant, damaged, gone, and changed since they were written', async () => {
  const home = mkdtempSync(join(tmpdir(), 'warraq-فهرس-'));
  const dir = join(home, 'أرشيف');
  const store = await createStore({
    dir,
    app: 'test',
    device: 'here',
    clock: () => new Date(at),
    newId: () => idOf(999_999),
    log: () => {},
  });
  try {
    const items = new Map(Array.from({ length: COUNT }, (_, n) => [idOf(n), item(n)]));
    await Promise.all([...items.values()].map((one) => store.commit({ event: 'capture', at, changes: [{ op: 'put', item: one }] })));
    expect(await store.settle()).toBe(true);
    const foreign = articlePath(dir, idOf(1));
    writeFileSync(foreign, JSON.stringify(JSON.parse(readFileSync(foreign, 'utf8'))));
    const scant = articlePath(dir, idOf(6));
    const { tags: _tags, notes: _notes, creators: _creators, ...kept } = JSON.parse(readFileSync(scant, 'utf8')) as Item;
    writeFileSync(scant, `${JSON.stringify(kept, null, 2)}\n`);
    items.set(idOf(6), { ...items.get(idOf(6))!, tags: [] });
    writeFileSync(articlePath(dir, idOf(2)), '{"schema": 1,');
    rmSync(articlePath(dir, idOf(3)));
    items.delete(idOf(3));
    const set = { title: 'عنوان جديد' };
    await store.commit({ event: 'edit', at, changes: [{ op: 'patch', id: idOf(4), revision: 2, set, unset: [] }] });
    items.set(idOf(4), { ...items.get(idOf(4))!, ...set, revision: 2 });
    await store.commit({ event: 'purge', at, changes: [{ op: 'remove', id: idOf(5) }] });
    items.delete(idOf(5));

    const progress: number[] = [];
    const index = await openIndex(store, join(home, 'cache'), () => {});
    const first = contentsOf(index);
    expect(first).toMatchObject(expectedOf([...items.values()]));
    expect(first.orders).toBeGreaterThan(5);
    expect(first.digests.filter((digest) => digest !== null).length).toBeGreaterThan(COUNT - 10);
    // Again, while it is open and already trusted.
    expect(await index.rebuild((done) => progress.push(done))).toBe(items.size);
    expect(contentsOf(index)).toEqual(first);
    expect(progress.length).toBeGreaterThan(1);
    expect(index.isWorded()).toBe(true);
    index.close();
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
});
