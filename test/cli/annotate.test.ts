// Words of an article are annotated, shown and given out from the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, seed } from '../support/warraq.ts';

test('a correction beside the headline is kept, shown, found and printed', async () => {
  using home = makeHome();
  const { imported } = (await home.run('--json', 'import', seed)).json<{ imported: { id: string; title: string }[] }>();
  const { id, title } = imported[0]!;
  const made = await home.run('--json', 'annotate', id, '--field', 'title', '--quote', 'تعزير', '--correct', 'تعزيز');
  expect(made.json()).toMatchObject({ annotation: { motivation: 'editing', body: { value: 'تعزيز' }, target: { field: 'title' } } });
  expect(
    String((await home.run('annotate', id, '--quote', 'اوشاكوف', '--nth', '2', '--note', 'يوري', '--colour', 'blue')).stdout),
  ).toContain('✎ «اوشاكوف»: يوري');
  const { items } = (await home.run('--json', 'show', id)).json<{ items: { title: string; annotations: { id: string }[] }[] }>();
  expect(items[0]!.title).toBe(title);
  expect(items[0]!.annotations).toHaveLength(2);
  expect((await home.run('--json', 'search', '"معه تعزيز العلاقات"')).json()).toMatchObject({ total: 1 });
  const out = join(home.dir, 'out.txt');
  await home.run('export', '--format', 'text', '--sic', 'corrected', '-o', out);
  expect(readFileSync(out, 'utf8').split('\n')[0]).toBe(title.replace('تعزير', 'تعزيز'));
  const left = await home.run('--json', 'annotate', 'remove', id, items[0]!.annotations[0]!.id);
  expect(left.json()).toMatchObject({ annotations: [{ motivation: 'commenting' }] });
  expect((await home.run('annotate', id, '--quote', 'زرقاء اليمامة')).code).toBe(3);
  expect((await home.run('annotate', id)).code).toBe(2);
}, 60_000);
