// An original that was read wrongly, read again: chosen, repaired, and what a person set since.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Item } from '../../src/contract/item.ts';
import { encode, misread } from '../support/encode.ts';
import { makeHome } from '../support/warraq.ts';

const prose = readFileSync(join(import.meta.dirname, '../fixtures/encodings/muqtabas.utf-8.txt'), 'utf8').trim();
const title = prose.split('\n')[0]!.trim();

test('mojibake is told, repaired when asked, and what was edited stays', async () => {
  using home = makeHome();
  const file = join(home.dir, 'مقال.txt');
  const seen = misread(prose, 'utf-8', 'windows-1256');
  writeFileSync(file, seen);
  const imported = (await home.run('--json', 'import', file)).json<{ imported: { id: string }[] }>();
  const id = imported.imported[0]!.id;
  const show = async (): Promise<Item> => (await home.run('--json', 'show', id)).json<{ items: Item[] }>().items[0]!;

  const before = await show();
  expect(before.title).toBe(seen.split('\n')[0]!.trim());
  expect(before.provenance!.encoding).toMatchObject({
    name: 'utf-8',
    by: 'form',
    certainty: 1,
    misread: { steps: [{ was: 'utf-8', readAs: 'windows-1256' }] },
  });
  expect(before.provenance!.encoding!.misread!.after).toContain(title);

  expect((await home.run('reread', id)).code).toBe(2);
  await home.run('edit', id, '--set', 'source=المقتبس', '--set', 'tags=جرائد');
  const run = await home.run('--json', 'reread', id, '--repair');
  expect(run.code).toBe(0);
  const { item } = run.json<{ item: Item }>();
  expect(item).toMatchObject({ title, source: 'المقتبس', tags: ['جرائد'], revision: 3 });
  expect(item.provenance!.encoding).toMatchObject({ repaired: true });
  expect(item.body.map((block) => block.text).join(' ')).toContain('البولونيين');
  expect((await home.run('--json', 'search', 'البولونيين')).json()).toMatchObject({ total: 1 });

  await home.run('edit', id, '--set', 'title=عنوان آخر');
  const chosen = (await home.run('--json', 'reread', id, '--encoding', 'utf-8')).json<{ item: Item }>().item;
  expect(chosen).toMatchObject({ title: 'عنوان آخر', source: 'المقتبس' });
  expect(chosen.body).toEqual(before.body);
  expect(chosen.provenance!.encoding).toMatchObject({ by: 'chosen' });
  expect((await home.run('show', id, '--original')).stdout.equals(readFileSync(file))).toBe(true);
}, 60_000);

test('another encoding is chosen; the file says which', async () => {
  using home = makeHome();
  const file = join(home.dir, 'قديم.txt');
  writeFileSync(file, encode(prose, 'dos-720'));
  const run = await home.run('--json', 'import', '--encoding', 'windows-1252', file);
  const id = run.json<{ imported: { id: string }[] }>().imported[0]!.id;
  const { item } = (await home.run('--json', 'reread', id, '--encoding', 'DOS-720')).json<{ item: Item }>();
  expect(item.title).toBe(title);
  expect(item.files[0]!.encoding).toBe('dos-720');
  expect((await home.run('reread', id, '--encoding', 'nonsense')).code).toBe(6);
}, 60_000);
