// similar, keywords and tag twins, over a real archive.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome } from '../support/warraq.ts';

const texts = {
  first: 'ترميم المدرسة المستنصرية\n\nبدأ ترميم المدرسة المستنصرية في بغداد بمشاركة خبراء. ويستمر ترميم المدرسة المستنصرية سنتين.\n',
  second: 'خبراء في الموصل\n\nوصل خبراء شاركوا في ترميم المدرسة المستنصرية إلى الموصل لترميم الجامع النوري.\n',
  third: 'فوز المنتخب\n\nسجّل المنتخب هدفين وفاز بالمباراة أمام جمهور كبير.\n',
};

test('what is around an article is told', { timeout: 300_000 }, async () => {
  using home = makeHome();
  const folder = join(home.dir, 'in');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.txt`), text);
  const { imported } = (await home.run('--json', 'import', folder)).json<{ imported: { path: string; id: string }[] }>();
  const id = (name: string): string => imported.find(({ path }) => path.endsWith(`${name}.txt`))!.id;
  const similar = (await home.run('--json', 'similar', id('first'))).json<{ articles: { id: string }[]; copies: unknown[] }>();
  expect(similar.articles.map((one) => one.id)).toEqual([id('second')]);
  expect(similar.copies).toEqual([]);
  await home.run('tag', 'add', 'المدرسه المستنصريه', id('second'));
  const { keywords } = (await home.run('--json', 'keywords', id('first'))).json<{ keywords: { tag: string; count: number }[] }>();
  // In the spelling of the tag that is in use, where there is one; else as the article writes it.
  expect(
    keywords.some(({ tag }) => tag === 'ترميم المدرسة المستنصرية') ||
      keywords.some(({ tag, count }) => tag === 'المدرسه المستنصريه' && count === 1),
  ).toBe(true);
  await home.run('tag', 'add', 'المدرسة المستنصرية', id('first'));
  const { twins } = (await home.run('--json', 'tag', 'twins')).json<{ twins: { tags: { tag: string }[]; by: string }[] }>();
  expect(twins).toEqual([{ by: 'spelling', tags: expect.arrayContaining([{ tag: 'المدرسه المستنصريه', count: 1 }]) }]);
  expect((await home.run('--json', 'tag', 'merge', 'المدرسة المستنصرية', 'المدرسه المستنصريه')).json()).toEqual({ changed: 1 });
  expect((await home.run('--json', 'tag', 'twins')).json()).toEqual({ twins: [] });
  expect((await home.run('--lang', 'ar', 'similar', id('first'))).stdout.toString()).toContain('خبراء في الموصل');
  expect((await home.run('similar', 'ffffffff')).code).toBe(3);
  expect((await home.run('keywords')).code).toBe(2);
});
