// Pages as outlets and their programs write them: the article and its facts come out, what stands around it stays out.
import { expect, test } from 'vitest';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { outletPages, paragraphs } from '../support/outlet-pages.ts';

test.each(outletPages)('$name', async ({ html, title, published, updated, creators, source, unwanted = [] }) => {
  const [article] = await captureAll({ bytes: Buffer.from(html), path: 'page.html' });
  if (!article || 'failure' in article) throw new Error('refused');
  expect(article.title).toBe(title);
  expect([article.dates.published?.value, article.dates.updated?.value]).toEqual([published, updated]);
  if (creators) expect(article.creators).toEqual(creators);
  if (source) expect(article.source).toBe(source);
  const body = article.body.map((block) => block.text);
  for (const one of paragraphs) expect(body.some((text) => text.includes(one))).toBe(true);
  expect(body.filter((text) => unwanted.some((one) => text.includes(one!)))).toEqual([]);
  expect(body.filter((text) => text === title)).toEqual([]);
});

async function bodyOf(html: string): Promise<string[]> {
  const [article] = await captureAll({ bytes: Buffer.from(html), path: 'page.html' });
  return article && 'body' in article ? article.body.map((block) => block.text) : [];
}

test('cells of a page laid out by a table keep their lines, and values keep their spaces', async () => {
  const page = `<html><body><table><tr><td>${paragraphs.join('<br>')}</td><td>روابط<br>أخرى</td></tr></table></body></html>`;
  expect(await bodyOf(page)).toEqual(expect.arrayContaining(paragraphs.slice(1)));
  const table = '<table><tr><th>الاسم</th><th>المكان</th></tr><tr><td>سامر</td><td>شارع النيل<br>القاهرة</td></tr></table><p>.</p>';
  expect(await bodyOf(table)).toContain('سامر | شارع النيل القاهرة');
});
