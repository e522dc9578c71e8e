// Packs of rules for outlets: what they take and keep, what is refused and how, and that what was taken can be put back.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RulePack, rulePackSchema } from '../../src/contract/rules.ts';
import type { Item } from '../../src/contract/item.ts';
import { isFailure } from '../../src/contract/errors.ts';
import type { CapturedArticle } from '../../src/core/capture/capture.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { isRefused } from '../../src/core/capture/formats/format.types.ts';
import { parsePack } from '../../src/core/capture/rules/packs.ts';
import { newItem } from '../../src/core/capture/to-item.ts';
import { putBack, takeOut } from '../../src/core/catalog/put-back.ts';
import { errorMessage } from '../../src/i18n/message.ts';
import { makeHome } from '../support/warraq.ts';

const pack = (fields: Partial<RulePack>): RulePack => rulePackSchema.parse({ pack: 1, name: 'اختبار', ...fields });
const prose = 'أعلنت الوزارة اليوم عن افتتاح المعرض السنوي للكتاب في العاصمة، بمشاركة دور نشر كثيرة من أنحاء الوطن العربي وخارجه. ';

async function read(text: string, path: string, packs: RulePack[]): Promise<CapturedArticle> {
  const [found] = await captureAll({ bytes: new TextEncoder().encode(text), path, packs });
  if (!found || isRefused(found)) throw new Error('refused');
  return found;
}
const bodyOf = (article: CapturedArticle): string[] => article.body.map(({ text }) => text);

const page = `<!doctype html><html><head><link rel="canonical" href="https://news.example.org/1"><title>خبر المعرض السنوي للكتاب</title></head><body>
<div class="promo"><p>${prose}عرض خاص للمشتركين.</p></div><div class="story"><h1>خبر المعرض السنوي للكتاب</h1><p>${prose.repeat(2)}</p><p>حمّل التطبيق</p><p>${prose.repeat(2)}</p></div></body></html>`;

test('a pack applies to pages of its hosts and to no others', async () => {
  const rules = { remove: ['.promo'], article: ['.story'], furniture: ['حمل التطبيق'] };
  const mine = await read(page, 'a.html', [pack({ hosts: ['example.org'], ...rules })]);
  expect(bodyOf(mine)).toEqual([(prose + prose).trim(), (prose + prose).trim()]);
  expect(mine.provenance.removed).toContainEqual({ text: 'حمّل التطبيق', rule: 'pack:اختبار', at: 1 });
  expect(mine.provenance.removed).toContainEqual({ text: `${prose}عرض خاص للمشتركين.`, rule: 'pack:اختبار' });
  const other = await read(page, 'a.html', [pack({ hosts: ['example.com', 'ample.org'], ...rules })]);
  expect(bodyOf(other)).toContain('حمّل التطبيق');
});

test('a text is known by its marks; what is to be kept no rule takes', async () => {
  const text = `خبر المعرض السنوي\nصحيفة الاختبار\n${prose.repeat(2)}\nالمزيد\n${prose}\nمن أرشيفنا\nخبر قديم`;
  const rules = { marks: ['صحيفةُ الإختبار'], furniture: ['صحيفة الاختبار'], endings: ['من أرشيفنا'], keep: ['المزيد'] };
  const article = await read(text, 'a.txt', [pack(rules)]);
  expect(bodyOf(article)).toEqual([prose.repeat(2).trim(), 'المزيد', prose.trim()]);
  expect(article.provenance.removed).toEqual([
    { text: 'صحيفة الاختبار', rule: 'pack:اختبار', at: 0 },
    { text: 'من أرشيفنا', rule: 'pack:اختبار', at: 3 },
    { text: 'خبر قديم', rule: 'after-article', at: 3 },
  ]);
  expect(bodyOf(await read(text.replace('صحيفة', 'جريدة'), 'a.txt', [pack(rules)]))).not.toContain('المزيد');
});

test.each([
  ['{', 'rules.not-json', ''],
  ['{"pack":2,"name":"س"}', 'rules.bad-field', 'pack'],
  ['{"pack":1}', 'rules.bad-field', 'name'],
  ['{"pack":1,"name":"../x"}', 'rules.bad-field', 'name'],
  ['{"pack":1,"name":"س","furnitur":[]}', 'rules.bad-field', 'furnitur'],
  ['{"pack":1,"name":"س","furniture":["a",3]}', 'rules.bad-field', 'furniture.1'],
  ['{"pack":1,"name":"س","remove":["p","[["]}', 'rules.bad-field', 'remove.1'],
])('%s is refused with a sentence that names the field', (text, code, field) => {
  try {
    parsePack(text, 'حزمة.json');
    expect.unreachable();
  } catch (error) {
    if (!isFailure(error)) throw error;
    expect(error.code).toBe(code);
    for (const language of ['ar', 'en'] as const) {
      const sentence = errorMessage(error.code, { ...error.params }, language)!;
      expect(sentence).toContain('حزمة.json');
      expect(sentence).toContain(field);
      expect(sentence).not.toMatch(/[{}]\w/);
    }
  }
});

const item = (body: string[], removed: { text: string; rule: string; at?: number }[]): Item =>
  newItem(
    {
      title: 'ع',
      titleDerived: false,
      body: body.map((text) => ({ kind: 'paragraph', text })),
      language: 'ar',
      creators: [],
      dates: {},
      mediaType: 'text/plain',
      provenance: { format: 'text', reader: 'text/1', removed },
    },
    { id: '00000000-0000-7000-8000-000000000000', capturedAt: new Date(0), files: [], tags: [], collections: [] },
  );

test('what was taken out, in whatever order it is put back, stands where it stood', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), fc.integer(), (isBody, seed) => {
      const lines = isBody.map((_, n) => `سطر ${n}`);
      let at = 0;
      const removed = lines.flatMap((text, n) => (isBody[n] ? (at++, []) : [{ text, rule: 'furniture', at }]));
      const body = lines.filter((_, n) => isBody[n]);
      let one = item(body, removed);
      // One at a time, at random: each time the first of what is left, or the last.
      for (let n = 0; one.provenance!.removed.length > 0; n++)
        one = putBack(one, [(seed >> n) & 1 ? 0 : one.provenance!.removed.length - 1]);
      expect(one.body.map(({ text }) => text)).toEqual(lines);
      const all = putBack(item(body, removed), [...removed.keys()]);
      expect(all.body.map(({ text }) => text)).toEqual(lines);
      if (body.length > 1) {
        // Blocks taken out of an article that has texts taken out of it already.
        const out = takeOut(item(body, removed), [0, body.length - 2]);
        expect(out.body).toHaveLength(body.length - new Set([0, body.length - 2]).size);
        expect(putBack(out, [...out.provenance!.removed.keys()]).body.map(({ text }) => text)).toEqual(lines);
      }
    }),
  );
});

test('packs are kept by the command line, and what they took is seen and put back', async () => {
  const home = makeHome();
  const folder = mkdtempSync(join(tmpdir(), 'warraq-rules-'));
  writeFileSync(join(folder, 'pack.json'), JSON.stringify({ pack: 1, name: 'لنا', furniture: ['حمّل التطبيق'] }));
  writeFileSync(join(folder, 'bad.json'), '{"pack":1,"name":"لنا","remove":"p"}');
  writeFileSync(join(folder, 'a.txt'), `خبر المعرض السنوي\n${prose.repeat(2)}\nحمل التطبيق\n${prose}`);
  await home.run('init');
  expect((await home.run('rules', 'check', join(folder, 'bad.json'))).code).toBe(2);
  expect((await home.run('--json', 'rules', 'add', join(folder, 'pack.json'))).code).toBe(0);
  expect((await home.run('--json', 'rules', 'list')).json<{ packs: { pack: RulePack }[] }>().packs.map((one) => one.pack.name)).toEqual([
    'لنا',
  ]);
  const { imported } = (await home.run('--json', 'import', join(folder, 'a.txt'))).json<{ imported: { id: string }[] }>();
  const { removed } = (await home.run('--json', 'removed', imported[0]!.id)).json<{ removed: { rule: string }[] }>();
  expect(removed).toMatchObject([{ text: 'حمل التطبيق', rule: 'pack:لنا', at: 1 }]);
  const back = (await home.run('--json', 'putback', imported[0]!.id, '0')).json<{ item: Item }>();
  expect(back.item.body.map(({ text }) => text)[1]).toBe('حمل التطبيق');
  expect((await home.run('--json', 'rules', 'remove', 'لنا')).code).toBe(0);
  expect((await home.run('rules', 'remove', 'لنا')).code).toBe(3);
  rmSync(folder, { recursive: true, force: true });
  home[Symbol.dispose]();
}, 120_000);
