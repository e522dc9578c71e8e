// Files as programs other than ours write them: office programs, converters, mailers, spreadsheets, catalogues.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CapturedArticle } from '../../src/core/capture/capture.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { decodeMarc8 } from '../../src/core/capture/encoding/marc-8.ts';
import { isRefused } from '../../src/core/capture/formats/format.types.ts';
import { recogniseFormat } from '../../src/core/capture/recognise-format.ts';
import { encode } from '../support/encode.ts';

const folder = join(import.meta.dirname, '../fixtures/formats');
const all = async (content: Uint8Array | string, path: string): Promise<CapturedArticle[]> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await captureAll({ bytes, path })).filter((one): one is CapturedArticle => !isRefused(one));
};
const one = async (content: Uint8Array | string, path: string): Promise<CapturedArticle> => (await all(content, path))[0]!;
const fixture = (name: string): Promise<CapturedArticle> => one(readFileSync(join(folder, name)), name);
const texts = (article: CapturedArticle): string[] => article.body.map((block) => block.text);

const title = 'ازدهار المكتبات العامة في المدن العربية';
const noted = 'هذه جملة لها حاشية وفيها رابط إلى موقع المكتبة وكلمة English في الوسط.';
const note = 'نص الحاشية الأولى.';
const before = 'كتب المراسل أن المعرض اختتم في العاصمة أمس وحضره عدد كبير من الناشرين والقراء من بلدان كثيرة.';
const after = 'وقال المنظمون إن الدورة المقبلة ستعقد في الخريف، وإن باب المشاركة سيفتح في مطلع الصيف.';

describe('one document from two programs and by hand', () => {
  test.each(['libraries-office.rtf', 'libraries-pandoc.rtf', 'libraries.md'])('%s: its rows, its link and its note', async (name) => {
    const article = await fixture(name);
    expect(article.title).toBe(title);
    const rows = article.body.filter((block) => block.cells).map((block) => block.cells);
    expect(rows).toEqual([
      ['المدينة', 'عدد المكتبات', 'السنة'],
      ['دمشق', '١٢', '١٩٠٩'],
      ['القاهرة', '34', '1910'],
    ]);
    const marked = article.body.find((block) => block.text === noted);
    expect(marked?.links?.map(({ start, end }) => noted.slice(start, end))).toEqual(['موقع المكتبة']);
    const named = article.body.find((block) => block.text === note);
    expect(named?.note).toBeDefined();
    expect(marked?.marks).toEqual([{ start: noted.indexOf(' وفيها'), end: noted.indexOf(' وفيها'), note: named!.note }]);
  });

  test('lists of the office program are lists', async () => {
    const { body } = await fixture('libraries-office.rtf');
    expect(body.filter(({ kind }) => kind === 'list-item').map(({ text }) => text)).toEqual([
      'الكتب المخطوطة',
      'الصحف القديمة',
      'صحف دمشق',
      'صحف القاهرة',
      'الخرائط',
    ]);
  });

  test('its PDF: marks stand on their letters, and the byline and the date are none of the text', async () => {
    const article = await fixture('libraries-office.pdf');
    expect(article).toMatchObject({ title, creators: ['سلمى الحداد'], dates: { published: { value: '2021-03-14' } } });
    const text = texts(article).join('\n');
    for (const words of ['وخيرُ جليسٍ في الزمانِ كتابُ', 'بالعِلم، وقد كانت قبلاً تقرأ كثيرًا.', 'نص الحاشية الأُولى.'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/`|(?:^|\s)\p{M}/mu);
  });
});

test('a headline in front of a Markdown text goes before the first heading in it, unless it names that', async () => {
  expect(await one('---\ntitle: عنوان المقال\n---\n# تمهيد\n\nنص المقال.\n', 'a.md')).toMatchObject({ title: 'عنوان المقال' });
  const cited = await one('---\ntitle: "*التجارة [^2]*. المقتبس 4(2)"\n---\n# التجارة [^2]\n\nنص المقال.\n', 'a.md');
  expect(cited.title).toBe('التجارة');
  expect(texts(cited)).toEqual(['نص المقال.']);
});

test('a mark of a note that is not there stays in the text', async () => {
  expect(texts(await one('# عنوان\n\nكلمة [^9] أخرى.\n', 'a.md'))).toEqual(['كلمة [^9] أخرى.']);
});

test.each([
  ['## عنوان المقال [^9]', 'عنوان المقال'],
  ['- عنوان المقال [^9]\n- سطر ثان', 'عنوان المقال'],
  ['**عنوان المقال** [^9]', 'عنوان المقال'],
  ['---\ntitle: عنوان المقال \\[^9\\]\n---', 'عنوان المقال'],
  ['---\ntitle: [عنوان المقال]\n---', 'عنوان المقال'],
  ['---\ntitle:\n  - عنوان المقال [^9]\n  - فرعه[^a]\n---', 'عنوان المقال: فرعه'],
  ['---\ntitle:\n  - type: main\n    text: عنوان المقال [^9]\n---', 'عنوان المقال'],
])('«%s» has the title without its mark', async (head, title) => {
  expect((await one(`${head}\n\nنص المقال كلمة.\n`, 'a.md')).title).toBe(title);
});

test('a heading over others of its level is one of the sections', async () => {
  const article = await one('## مقدمة\n\nنص.\n\n## خاتمة\n\nنص.\n', 'a.md');
  expect(article.body.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['مقدمة', 'خاتمة']);
  expect((await one('---\ntitle: عنوان\nauthor:\n  - فلان الفلاني [^1]\n---\nنص.\n', 'a.md')).creators).toEqual(['فلان الفلاني']);
});

test('arrows that lead back from notes are no words', async () => {
  const page = `<html><body><article><h1>عنوان</h1><p>${before}<a href="#n1">1</a></p><p>${after}</p><ol><li id="n1">حاشية. <a href="#r1">↩︎</a></li></ol></article></body></html>`;
  expect(texts(await one(page, 'a.html')).join(' ')).not.toContain('↩');
});

describe('records of libraries', () => {
  /** ISO 2709. */
  function record(fields: [tag: string, value: Uint8Array][], coded = ' '): Uint8Array {
    const data = fields.map(([, value]) => Buffer.concat([value, Buffer.from([0x1e])]));
    let offset = 0;
    const entries = fields.map(([tag], n) => {
      const entry = `${tag}${String(data[n]!.length).padStart(4, '0')}${String(offset).padStart(5, '0')}`;
      offset += data[n]!.length;
      return entry;
    });
    const base = 24 + entries.join('').length + 1;
    const leader = `${String(base + offset + 1).padStart(5, '0')}nam ${coded}22${String(base).padStart(5, '0')} a 4500`;
    return Buffer.concat([
      Buffer.from(`${leader.slice(0, 9)}${coded}${leader.slice(10)}${entries.join('')}\x1e`, 'latin1'),
      ...data,
      Buffer.from([0x1d]),
    ]);
  }
  const field = (...subfields: [code: string, value: Uint8Array][]): Uint8Array =>
    Buffer.concat([Buffer.from('10'), ...subfields.flatMap(([code, value]) => [Buffer.from(`\x1f${code}`), Buffer.from(value)])]);
  const heading = 'تاريخ الصحافة العربية في لبنان وسوريا';

  test('in the code page of the system that wrote them', async () => {
    const windows = (text: string): Uint8Array => encode(text, 'windows-1256');
    const bytes = record([['245', field(['a', windows(`${heading} /`)], ['c', windows('تأليف فيليب دي طرازي')])]]);
    expect(await one(bytes, 'a.mrc')).toMatchObject({ title: heading });
  });

  test('a damaged letter does not make another encoding of UTF-8', async () => {
    const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
    const bytes = record(
      [
        ['245', field(['a', utf8(heading)])],
        ['500', field(['a', Buffer.concat([utf8('ملاحظة '), Buffer.from([0xb9])])])],
      ],
      'a',
    );
    expect(await one(bytes, 'a.mrc')).toMatchObject({ title: heading });
  });

  test('MARC-8: marks come before their letter, Arabic and Latin by escapes', () => {
    const bytes = Buffer.from('T\xe5ar\xe5ikh al-\xf2sa\xf2h\xe5afah al-\xb0Arab\xe5iyah \x1b(3JGQjN\x1b(B.', 'latin1');
    expect(decodeMarc8(bytes)).toBe('Tārīkh al-ṣaḥāfah al-ʻArabīyah تاريخ.');
    expect(decodeMarc8(Buffer.from('\x1b(4)P\x1b(B', 'latin1'))).toBe('\u067e\u06a1');
  });
});

describe('tables and records', () => {
  const rows = [
    ['العنوان', 'النص', 'الكاتب'],
    ['عنوان أول', `${before}\n${after}`, 'سلمى'],
    ['عنوان ثان فيه "علامات", وفواصل', after, 'عمر'],
  ];
  const titles = ['عنوان أول', 'عنوان ثان فيه "علامات", وفواصل'];

  test('«Unicode text» of a spreadsheet is a table, whatever its name; a text with tabs is none', async () => {
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join('\t')).join('\r\n');
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect((await all(bytes, 'a.txt')).map((article) => article.title)).toEqual(titles);
    expect(recogniseFormat(new TextEncoder().encode(`عنوان\tآخر\n${before}`), 'a.txt')).toBe('text');
  });

  test('quotes that a database escapes with a backslash', async () => {
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '\\"')}"`).join(',')).join('\n');
    expect((await all(text, 'a.csv')).map((article) => article.title)).toEqual(titles);
  });

  test('records within what a service puts around them', async () => {
    const articles = rows.slice(1).map(([name, text]) => ({ headline: name, articleBody: text }));
    const wrapped = JSON.stringify({ feed: { page: 1, list: { things: articles.slice(0, 1) } } });
    expect((await all(wrapped.replace('things', 'items'), 'a.json')).map((article) => article.title)).toEqual(titles.slice(0, 1));
    const lines = articles.map((article, n) => JSON.stringify({ _id: String(n), _source: article })).join('\n');
    expect((await all(lines, 'a.jsonl')).map((article) => article.title)).toEqual(titles);
  });

  test('a text in pieces is one text', async () => {
    const messages = [{ id: 1, date: '2019-03-05T08:30:00', text: ['عاجل: ', { type: 'bold', text: 'اختتام المعرض' }, `\n${before}`] }];
    const [article] = await all(JSON.stringify({ name: 'قناة', type: 'public_channel', messages }), 'result.json');
    expect(texts(article!)).toEqual(['عاجل: اختتام المعرض', before]);
  });

  test('letters of TeX', async () => {
    const entry = '@article{a, title = {T\\={a}r\\={\\i}kh al-\\d{S}i\\d{h}\\={a}fah}, author = {M{\\"u}ller, Hans}}';
    expect(await one(entry, 'a.bib')).toMatchObject({ title: 'Tārīkh al-Ṣiḥāfah', creators: ['Hans Müller'] });
  });
});

describe('mail and feeds', () => {
  test('a message of Apple’s Mail', async () => {
    const message = `Subject: a headline\nFrom: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${before}\n`;
    const file = `${Buffer.byteLength(message)}\n${message}<?xml version="1.0"?><plist><dict/></plist>`;
    const article = await one(file, 'a.emlx');
    expect(article.title).toBe('a headline');
    expect(texts(article)).toEqual([before]);
  });

  test('the headline again in the text of a message is taken out, and kept', async () => {
    const message = `Subject: a headline\nFrom: a@b.c\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<h1>a headline</h1><p>${before}</p>\n`;
    const article = await one(message, 'a.eml');
    expect(texts(article)).toEqual([before]);
    expect(article.provenance?.removed).toMatchObject([{ text: 'a headline' }]);
  });

  test('of an export of a blog the posts alone; RSS 1.0 under the name of RDF', async () => {
    const kind = (name: string): string =>
      `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`;
    const entry = (name: string): string => `<entry>${kind(name)}<title>${name}</title><content type="html">${before}</content></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>مدونة</title>${['settings', 'post', 'comment'].map(entry).join('')}</feed>`;
    expect((await all(feed, 'a.xml')).map((article) => article.title)).toEqual(['post']);
    const rss = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>جريدة</title></channel><item><title>خبر</title><description>${before}</description></item></rdf:RDF>`;
    expect((await all(rss, 'a.rdf')).map((article) => article.title)).toEqual(['خبر']);
  });
});
