// Each format gives back the article that was put into it.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CapturedArticle } from '../../src/core/capture/capture.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { isRefused, type Refused } from '../../src/core/capture/formats/format.types.ts';
import { captureFormats } from '../../src/core/capture/formats/registry.ts';
import { captureLabel } from '../../src/i18n/formats.ts';
import { zipOf } from '../support/zip-file.ts';

const folder = join(import.meta.dirname, '../fixtures/formats');
const fixture = (name: string): Promise<CapturedArticle[]> => all(readFileSync(join(folder, name)), name);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const parts = (bytes: Uint8Array, path: string) => captureAll({ bytes, path });
const articlesOf = (found: (CapturedArticle | Refused)[]): CapturedArticle[] =>
  found.filter((one): one is CapturedArticle => !isRefused(one));
const all = async (bytes: Uint8Array | string, path: string): Promise<CapturedArticle[]> =>
  articlesOf(await parts(typeof bytes === 'string' ? utf8(bytes) : bytes, path));
const one = async (bytes: Uint8Array | string, path: string): Promise<CapturedArticle> => (await all(bytes, path))[0]!;
const texts = (article: CapturedArticle): string[] => article.body.map((block) => block.text);
const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

test('every format has a name in both languages', () => {
  for (const { id } of captureFormats) for (const language of ['ar', 'en'] as const) expect(captureLabel(id, language)).not.toBe(id);
});

describe('one article in every container', () => {
  const truth = words(readFileSync(join(folder, 'water-tree.txt'), 'utf8'));
  test.each(['doc', 'docx', 'odt', 'rtf', 'epub'])('%s: word for word', async (kind) => {
    const [article] = await fixture(`water-tree.${kind}`);
    expect(article).toMatchObject({ title: 'أخبار وأفكار: شجرة الماء', dates: { published: { value: '1911-01-02' } }, language: 'ar' });
    expect(words([article!.title, ...texts(article!)].join('\n'))).toEqual(truth);
  });

  test('pdf: in the order it is read in, without shapes', async () => {
    const [article] = await fixture('water-tree.pdf');
    expect(article!.title).toBe('أخبار وأفكار: شجرة الماء');
    const found = new Set(words([article!.title, ...texts(article!)].join('\n')));
    expect(truth.filter((word) => found.has(word)).length / truth.length).toBeGreaterThan(0.98);
  });

  test('pdf of an office program, whose ligatures stand for letters that are typed apart: word for word', async () => {
    const [article] = await fixture('water-tree-office.pdf');
    expect(words([article!.title, ...texts(article!)].join('\n'))).toEqual(truth);
  });
});

describe('references', () => {
  test.each(['ris', 'csl.json', 'bib', 'rdf'])('%s: the same thirteen', async (kind) => {
    const found = await fixture(`haqaiq-1.${kind}`);
    expect(found).toHaveLength(13);
    expect(found[0]).toMatchObject({
      title: 'فاتحة السنة الاولى',
      source: 'الحقائق: مجلة علمية دينية اخلاقية اجتماعية',
      dates: { published: { value: '1910-08-07' } },
      reference: { volume: '1', issue: '1', page: '1-3' },
    });
  });

  test('MODS, its Gregorian date', async () => {
    const [article] = await fixture('sharif.mods.xml');
    expect(article).toMatchObject({
      creators: ['محمد الطباع'],
      dates: { published: { value: '1911-08-26' } },
      reference: { page: '53-57' },
    });
  });

  test('MARCXML, the words in their own script', async () => {
    const field = (tag: string, ...subfields: [string, string][]): string =>
      `<datafield tag="${tag}">${subfields.map(([code, value]) => `<subfield code="${code}">${value}</subfield>`).join('')}</datafield>`;
    const record = [
      field('245', ['6', '880-01'], ['a', 'Kitāb /']),
      field('880', ['6', '245-01/(3/r'], ['a', 'كتاب الماء /']),
      field('260', ['c', '1911.']),
    ];
    const article = await one(`<?xml version="1.0"?><collection><record>${record.join('')}</record></collection>`, 'a.xml');
    expect(article).toMatchObject({
      title: 'كتاب الماء',
      dates: { published: { value: '1911' } },
      reference: { 'title-romanized': 'Kitāb' },
    });
  });

  const marcxml = (fixed: string, ...fields: string[]): Promise<CapturedArticle> =>
    one(`<collection><record><controlfield tag="008">${fixed}</controlfield>${fields.join('')}</record></collection>`, 'a.xml');
  const datafield = (tag: string, code: string, value: string): string =>
    `<datafield tag="${tag}"><subfield code="${code}">${value}</subfield></datafield>`;
  /** Date 1 and the language stand at their places among forty characters. */
  const fixed = (year: string, language: string): string => `940328s${year}    ir            000 0 ${language}  `;

  test('punctuation of a catalogue is no part of names and titles; stops of initials are', async () => {
    const names = [
      'غزالي،',
      'نورى، عبد الله.',
      'رجايى، فرهنگ .',
      'Farruk̲h̲ī, Āṣif.',
      'Mazur, I︠U︡. N.',
      'Vi︠a︡tkin, M. P.',
      'King, Martin, Jr.',
    ];
    const article = await marcxml(
      fixed('1990', 'ara'),
      datafield('245', 'a', 'شرح صغرى السنوسي. /'),
      datafield('520', 'a', 'كتاب في العقيدة.'),
      ...names.map((name) => datafield('700', 'a', name)),
    );
    expect(article.title).toBe('شرح صغرى السنوسي');
    expect(article.creators).toEqual(['غزالي', 'نورى، عبد الله', 'رجايى، فرهنگ', 'Farruk̲h̲ī, Āṣif', ...names.slice(4)]);
    expect(texts(article)).toEqual(['كتاب في العقيدة.']);
    expect((await marcxml(fixed('1990', 'ara'), datafield('245', 'a', 'العمل الكامل ...'))).title).toBe('العمل الكامل ...');
  });

  test('a year of another calendar carries it; one without a mark in a work in Arabic letters claims none', async () => {
    const lunar = { value: '1960-06-25/1961-06-13', calendar: 'islamic-umalqura' };
    const solar = { value: '2001-03-21/2002-03-20', calendar: 'persian' };
    const day = { value: '2023-09-27', calendar: 'islamic-umalqura' };
    const title = 'زندگانی حضرت امام';
    const zotero = (date: string) => one(JSON.stringify([{ itemType: 'book', title, date }]), 'a.json');
    const ris = (date: string) => one(`TY  - BOOK\nTI  - ${title}\nPY  - ${date}\nER  - `, 'a.ris');
    const bib = (date: string) => one(`@book{a, title = {${title}}, year = {${date}}}`, 'a.bib');
    const marc = (date: string) => marcxml(fixed('    ', 'per'), datafield('245', 'a', title), datafield('260', 'c', date));
    const read = async (date: string) => Promise.all([zotero, ris, bib, marc].map((make) => make(date)));
    for (const date of ['1380 AH', '1380 هـ', 'AH 1380', '1380 H.', '1380 ه.ق', '1380 قمری', '١٣٨٠ هـ'])
      for (const { dates } of await read(date)) expect(dates.published, date).toEqual({ ...lunar, stated: expect.stringContaining(date) });
    for (const date of ['1380 ش', '1380 ه.ش', '1380 هـ ش', '۱۳۸۰ شمسی', '1380 هجري شمسي', '1380 SH'])
      for (const { dates } of await read(date)) expect(dates.published, date).toEqual({ ...solar, stated: expect.stringContaining(date) });
    for (const date of ['1425 هـ / 2004 م', '1383 [2004]'])
      for (const { dates } of await read(date)) expect(dates.published, date).toMatchObject({ value: '2004', calendar: 'gregorian' });
    for (const date of ['1380', '١٣٨٠', '[1380]'])
      for (const { dates, reference } of await read(date)) {
        expect(dates.published, date).toBeUndefined();
        expect(reference?.['issued']?.replaceAll('١٣٨٠', '1380'), date).toContain('1380');
      }
    expect((await ris('1445/03/12')).dates.published).toMatchObject(day);
    expect((await bib('1595')).dates.published).toEqual({ value: '1595', calendar: 'gregorian' });
    // An English work of that year is of that year.
    expect((await one('TY  - BOOK\nTI  - The Canterbury Tales\nPY  - 1380\nER  - ', 'a.ris')).dates.published?.value).toBe('1380');
    // Field 008 of MARC has the year of the Gregorian calendar, unless it repeats what is printed.
    const coded = async (year: string, printed: string) =>
      (await marcxml(fixed(year, 'per'), datafield('245', 'a', title), datafield('260', 'c', printed))).dates.published?.value;
    expect(await coded('1994', '1373 [1994 or 1995]')).toBe('1994');
    expect(await coded('1986', '1365-')).toBe('1986');
    expect(await coded('1373', '1373')).toBeUndefined();
    const mods = (dates: string) =>
      one(`<mods><titleInfo><title>${title}</title></titleInfo><originInfo>${dates}</originInfo></mods>`, 'a.mods.xml');
    const islamic = '<dateIssued calendar="islamic">1445-03-12</dateIssued>';
    expect((await mods(islamic)).dates.published).toMatchObject(day);
    expect((await mods(`${islamic}<dateIssued>2023-09-28</dateIssued>`)).dates.published?.value).toBe('2023-09-28');
  });

  test('the language that a record states, by any of its codes; a text of some length has its own', async () => {
    const languageOf = async (stated: string, title: string, abstract = ''): Promise<string> =>
      (await one(`TY  - JOUR\nTI  - ${title}\nLA  - ${stated}\nAB  - ${abstract}\nER  - `, 'a.ris')).language;
    for (const [stated, title, told] of [
      ['urd', 'Fikr-i Ayāz', 'ur'],
      ['ara', 'كتاب الماء', 'ar'],
      ['per', 'تاريخ ايران', 'fa'],
      ['fas', 'تاريخ ايران', 'fa'],
      ['فارسی', 'تاريخ ايران', 'fa'],
      ['ota', 'تاريخ عثمانى', 'ota'],
      ['fre', 'Le livre de l’eau', 'fr'],
      ['French', 'Le livre de l’eau', 'fr'],
      ['eng', 'كتاب الماء', 'ar'],
      ['ara', 'گفتگو', 'fa'],
      ['mul', 'كتاب الماء', 'ar'],
      ['in two languages', 'Water', 'en'],
    ] as const)
      expect(await languageOf(stated, title), `${stated} ${title}`).toBe(told);
    expect(await languageOf('per', 'كتاب', 'كتب المراسل أن المؤتمر انعقد في العاصمة. '.repeat(20))).toBe('ar');
    expect(await languageOf('urd', 'Book', 'The writer says that water is scarce. '.repeat(20))).toBe('en');
    expect((await marcxml(fixed('1998', 'urd'), datafield('245', 'a', 'Fikr-i Ayāz'))).language).toBe('ur');
    expect((await marcxml(fixed('1998', 'mul'), datafield('041', 'a', 'perara'), datafield('245', 'a', 'كتاب'))).language).toBe('fa');
    // A feed of an Arabic site may have an item in English.
    const feed =
      '<rss><channel><language>ar</language><item><title>Water</title><description>Water is scarce</description></item></channel></rss>';
    expect((await one(feed, 'a.rss')).language).toBe('en');
  });

  test('MARC 21', async () => {
    const title = Buffer.from('10\u001faكتاب الماء\u001e');
    const directory = `245${String(title.length).padStart(4, '0')}00000\u001e`;
    const base = 24 + directory.length;
    const leader = `${String(base + title.length + 1).padStart(5, '0')}cam a22${String(base).padStart(5, '0')} a 4500`;
    expect((await one(Buffer.concat([Buffer.from(leader + directory), title, Buffer.from('\u001d')]), 'a.mrc')).title).toBe('كتاب الماء');
  });
});

describe('lists', () => {
  const header = 'العنوان;الكاتب;التاريخ;الرابط;النص\r\n';
  test('CSV by the names of its columns, line breaks in a cell', async () => {
    const found = await all(`\ufeff${header}"عنوان; أول";كاتب;2024-05-04;https://example.org/1;"سطر\r\nسطر"\r\nثان;;;;نص\r\n`, 'a.csv');
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      title: 'عنوان; أول',
      creators: ['كاتب'],
      url: 'https://example.org/1',
      body: [{ text: 'سطر' }, { text: 'سطر' }],
    });
    await expect(parts(utf8('س,ص\n1,2\n'), 'a.csv')).rejects.toMatchObject({ code: 'capture.no-columns' });
  });

  test('XLSX', async () => {
    const sheet = `<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>النص</t></is></c></row><row><c r="A2" t="s"><v>1</v></c><c r="C2" t="str"><v>متن</v></c></row></sheetData></worksheet>`;
    const files = {
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml': '<sst><si><t>title</t></si><si><r><t>عنوان </t></r><r><t>المقال</t></r></si></sst>',
      'xl/worksheets/sheet1.xml': sheet,
    };
    const bytes = zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: utf8(text) })));
    expect(await one(bytes, 'a.xlsx')).toMatchObject({ title: 'عنوان المقال', body: [{ text: 'متن' }] });
  });

  test('footnotes and the heads of tables, of Word and OpenDocument', async () => {
    const word = {
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document><w:body><w:p><w:r><w:t>كلام</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> بعدها</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>أ</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>ب</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
      'word/footnotes.xml': '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>حاشية</w:t></w:r></w:p></w:footnote></w:footnotes>',
    };
    const open = {
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content><office:body><office:text><text:p>كلام<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية</text:p></text:note-body></text:note> بعدها</text:p>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>أ</text:p></table:table-cell><table:table-cell><text:p>ب</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table></office:text></office:body></office:document-content>`,
    };
    for (const [name, files] of [
      ['a.docx', word],
      ['a.odt', open],
    ] as const) {
      const { body } = await one(zipOf(Object.entries(files).map(([entry, text]) => ({ name: entry, bytes: utf8(text) }))), name);
      const marked = body.find(({ marks }) => marks)!;
      expect(marked.text, name).toBe('كلام بعدها');
      const [{ start, end, note }] = marked.marks as [{ start: number; end: number; note: string }];
      expect([start, end]).toEqual([4, 4]);
      expect(body.filter((block) => block.note === note).map(({ text }) => text)).toEqual(['حاشية']);
      expect(body.find(({ cells }) => cells)).toMatchObject({ cells: ['أ', 'ب'], header: true });
    }
  });

  test('JSON, JSON Lines and JSON Feed', async () => {
    const record = { title: 'عنوان', content: 'متن', author: { name: 'كاتب' }, tags: ['وسم'] };
    expect(await all(JSON.stringify([record, record]), 'a.json')).toHaveLength(2);
    expect(await one(`${JSON.stringify(record)}\n`, 'a.jsonl')).toMatchObject({ title: 'عنوان', creators: ['كاتب'], tags: ['وسم'] });
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'صحيفة', items: [{ title: 'خبر', content_html: '<p>متن</p>' }] };
    expect(await one(JSON.stringify(feed), 'a.json')).toMatchObject({ title: 'خبر', source: 'صحيفة', body: [{ text: 'متن' }] });
    // A record of this archive brings its dates; a day that no calendar has is none.
    const dated = (published: string) =>
      JSON.stringify({ ...record, dates: { published: { value: published }, updated: { value: '193X' }, event: { value: '1931-05' } } });
    expect(await one(dated('2024-05~'), 'a.json')).toMatchObject({
      dates: { published: { value: '2024-05~' }, updated: { value: '193X' }, event: { value: '1931-05' } },
    });
    for (const none of ['2024-02-31', '2024-01-32', '2024-05-00'])
      expect(await one(dated(none), 'a.json')).toMatchObject({ dates: { published: { value: '2024', stated: none } } });
    await expect(parts(utf8('['.repeat(100_000)), 'a.json')).rejects.toMatchObject({ code: 'capture.damaged' });
  });

  test('a list within wrappings, and texts under a name that is not known', async () => {
    const text = 'كتب المراسل أن المؤتمر انعقد في العاصمة أمس وحضره عدد كبير من الباحثين. '.repeat(4).trim();
    const docs = [1, 2].map((n) => ({ headline: { main: `خبر ${n}` }, lead_paragraph: text, digest: 'a'.repeat(400) }));
    const found = await all(JSON.stringify({ status: 'ok', response: { meta: { n: 2 }, docs } }), 'a.json');
    expect(found.map(({ title }) => title)).toEqual(['خبر 1', 'خبر 2']);
    for (const article of found) expect(texts(article)).toEqual([text]);
    const table = `id,headline,full words\n1,خبر,"${text}"\n2,خبر آخر,"${text}"\n`;
    for (const article of await all(table, 'a.csv')) expect(texts(article)).toEqual([text]);
    // What is short is no text.
    expect(texts((await all('id,headline,place\n1,خبر,القاهرة\n', 'a.csv'))[0]!)).toEqual([]);
  });

  test('a spreadsheet of OpenDocument, filled up by repetition', async () => {
    const row = (...cells: string[]): string =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
    const day = '<table:table-cell office:value-type="date" office:date-value="2015-08-04"><text:p>4/8/15</text:p></table:table-cell>';
    const content = `<office:document-content><office:body><office:spreadsheet><table:table>${row('العنوان', 'النص', 'التاريخ')}
      <table:table-row><table:table-cell><text:p>خبر</text:p></table:table-cell><table:table-cell><text:p>سطر</text:p><text:p>سطر ثان</text:p></table:table-cell>${day}</table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const files = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content };
    const found = await all(zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: utf8(text) }))), 'a.ods');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ title: 'خبر', dates: { published: { value: '2015-08-04' } } });
    expect(texts(found[0]!)).toEqual(['سطر', 'سطر ثان']);
  });

  test('a mail that was forwarded whole is an article of its own', async () => {
    const inner = ['Subject: =?utf-8?B?2K7YqNix?=', 'From: a@example.org', 'Content-Type: text/plain; charset=utf-8', '', 'متن الخبر'];
    const outer = [
      'Subject: Fwd',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'see',
      '--x',
      'Content-Type: message/rfc822',
      '',
      ...inner,
      '--x--',
      '',
    ];
    const found = await all(outer.join('\r\n'), 'a.eml');
    expect(found.map(({ title }) => title)).toEqual(['Fwd', 'خبر']);
    expect(texts(found[1]!)).toEqual(['متن الخبر']);
  });

  test('RSS and Atom; entities of their own are not expanded', async () => {
    const rss = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "قنبلة">]><rss><channel><title>صحيفة</title><item><title>خبر &a;</title><link>https://example.org/1</link><pubDate>Tue, 04 Aug 2015 18:37:35 +0300</pubDate><description>&lt;p&gt;متن&lt;/p&gt;</description></item></channel></rss>`;
    const article = await one(rss, 'a.xml');
    expect(article).toMatchObject({
      source: 'صحيفة',
      url: 'https://example.org/1',
      dates: { published: { value: '2015-08-04' } },
      body: [{ text: 'متن' }],
    });
    expect(article.title).not.toContain('قنبلة');
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>خبر</title><link href="https://example.org/2"/><updated>2015-08-04T00:00:00Z</updated><content type="xhtml"><div><p>متن</p></div></content></entry></feed>`;
    expect(await one(atom, 'a.atom')).toMatchObject({ title: 'خبر', url: 'https://example.org/2', body: [{ text: 'متن' }] });
  });

  test('as many articles as were written, whatever holds them', async () => {
    const numbers = Array.from({ length: 137 }, (_, n) => n + 1);
    const titles = numbers.map((n) => `خبر ${n}`);
    const rss = numbers.map((n) => `<item><title>خبر ${n}</title><description>متن ${n}</description></item>`).join('');
    const atom = numbers.map((n) => `<entry><title>خبر ${n}</title><content>متن ${n}</content></entry>`).join('');
    const rows = numbers.map((n) => `خبر ${n},"متن، ${n}\r\nسطر ""ثان"""`).join('\r\n');
    const bookmarks = numbers.map((n) => `<DT><A HREF="https://example.org/${n}">خبر ${n}</A>`).join('\n');
    const records = numbers.map((n) => ({ title: `خبر ${n}`, body: `متن ${n}` }));
    const inputs: [string, string][] = [
      [`<rss><channel><title>ص</title>${rss}</channel></rss>`, 'a.rss'],
      [`<feed xmlns="http://www.w3.org/2005/Atom">${atom}</feed>`, 'a.atom'],
      [`title,text\r\n${rows}`, 'a.csv'],
      [`title\ttext\n${numbers.map((n) => `خبر ${n}\tمتن`).join('\n')}`, 'a.tsv'],
      [`<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>${bookmarks}</DL>`, 'b.html'],
      [JSON.stringify(records), 'a.json'],
      [records.map((record) => JSON.stringify(record)).join('\n'), 'a.jsonl'],
      [numbers.map((n) => `TY  - JOUR\nTI  - خبر ${n}\nER  - `).join('\n'), 'a.ris'],
      [numbers.map((n) => `@article{k${n}, title = {خبر ${n}}}`).join('\n'), 'a.bib'],
      [numbers.map((n) => `%0 Journal Article\n%T خبر ${n}\n`).join('\n'), 'a.enw'],
    ];
    for (const [input, path] of inputs)
      expect(
        (await all(input, path)).map(({ title }) => title),
        path,
      ).toEqual(titles);
  });

  test('EndNote: the same record as in RIS', async () => {
    const enw =
      '%0 Journal Article\n%T المكتبات العامة\n%A الحداد، سامي\n%A ليلى فارس\n%J المقتبس\n%D 1911\n%V 6\n%N 2\n%P 10-14\n%X ملخص\n  يتصل بسطر\n%K مكتبات\n\n%0 Book\n%T كتاب\n%I دار\n';
    const [article, book] = await all(enw, 'refs.txt');
    expect(article).toMatchObject({
      title: 'المكتبات العامة',
      creators: ['سامي الحداد', 'ليلى فارس'],
      source: 'المقتبس',
      dates: { published: { value: '1911' } },
      tags: ['مكتبات'],
      body: [{ text: 'ملخص يتصل بسطر' }],
      reference: { type: 'Journal Article', volume: '6', issue: '2', page: '10-14' },
    });
    expect(book).toMatchObject({ title: 'كتاب', source: 'دار' });
  });

  test('TEI: headings, verse, notes and the last section; what editors corrected stays as it was printed', async () => {
    const tei = `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title xml:lang="en">Journal</title>
      <title xml:lang="ar">مجلة</title><author><persName xml:lang="ar"><forename>عبد القادر</forename> <surname>الحلبي</surname></persName></author></titleStmt>
      <sourceDesc><biblStruct><monogr><title level="j" xml:lang="ar">الحقائق</title><imprint><date when="1910-11-04"/></imprint><biblScope unit="issue" from="4"/></monogr></biblStruct></sourceDesc></fileDesc></teiHeader>
      <text><body><div><head>باب أول</head><p>نص <choice><sic>مكتوبب</sic><corr>مكتوب</corr></choice><note>حاشية</note> يتصل<lb/>بسطر.</p><lg><l>صدر البيت</l><l>عجزه</l></lg></div>
      <div><head>باب ثان</head><list><item>بند</item></list><p>خاتمة.</p></div></body></text></TEI>`;
    const [article] = await all(tei, 'issue.xml');
    expect(article).toMatchObject({
      title: 'مجلة',
      creators: ['عبد القادر الحلبي'],
      source: 'الحقائق',
      dates: { published: { value: '1910-11-04' } },
      reference: { issue: '4' },
    });
    expect(article!.body.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'باب أول'],
      ['paragraph', 'نص مكتوبب يتصل بسطر.'],
      ['verse', 'صدر البيت'],
      ['verse', 'عجزه'],
      ['heading', 'باب ثان'],
      ['list-item', 'بند'],
      ['paragraph', 'خاتمة.'],
      ['paragraph', 'حاشية'],
    ]);
    expect(article!.body[1]!.marks).toEqual([expect.objectContaining({ note: article!.body[7]!.note })]);
  });

  test('JATS: front matter, sections, table, references', async () => {
    const jats = `<?xml version="1.0"?><!DOCTYPE article><article dtd-version="1.2" xml:lang="ar"><front><journal-meta><journal-title-group><journal-title>مجلة العلوم</journal-title></journal-title-group></journal-meta>
      <article-meta><article-id pub-id-type="doi">10.1/x</article-id><title-group><article-title>أثر المياه</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>الحداد</surname><given-names>سامي</given-names></name></contrib></contrib-group>
      <pub-date><day>4</day><month>5</month><year>2016</year></pub-date><volume>3</volume><fpage>1</fpage><lpage>9</lpage><abstract><p>ملخص.</p></abstract><kwd-group><kwd>ماء</kwd></kwd-group></article-meta></front>
      <body><sec><title>مقدمة</title><p>نص أول <xref>1</xref>.</p><table-wrap><table><tr><th>سنة</th><th>كم</th></tr><tr><td>2015</td><td>3</td></tr></table></table-wrap></sec><sec><title>خاتمة</title><p>نص أخير.</p></sec></body>
      <back><ref-list><title>المراجع</title><ref><mixed-citation>كتاب قديم</mixed-citation></ref></ref-list></back></article>`;
    const [article] = await all(jats, 'article.xml');
    expect(article).toMatchObject({
      title: 'أثر المياه',
      creators: ['سامي الحداد'],
      source: 'مجلة العلوم',
      tags: ['ماء'],
      dates: { published: { value: '2016-05-04' } },
      reference: { volume: '3', page: '1-9', DOI: '10.1/x' },
    });
    expect(texts(article!)).toEqual(['ملخص.', 'مقدمة', 'نص أول 1.', 'سنة | كم', '2015 | 3', 'خاتمة', 'نص أخير.', 'المراجع', 'كتاب قديم']);
  });

  test('bookmarks', async () => {
    const list =
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF="https://example.org/1" ADD_DATE="1438600000" TAGS="وسم">عنوان</A></DL>';
    expect(await one(list, 'b.html')).toMatchObject({ title: 'عنوان', tags: ['وسم'], url: 'https://example.org/1', body: [] });
  });
});

describe('mail', () => {
  test('a message and the article attached to it', async () => {
    const [message, attached] = await fixture('attached.eml');
    expect(message).toMatchObject({ title: 'سير العلم والاجتماع: مكتبة الإسكندرية', dates: { published: { value: '2015-08-04' } } });
    expect(texts(attached!).join(' ')).toContain('مكتبة الإسكندرية');
  });

  describe('a message in two parts', () => {
    const both = (plain: string, html: string): string =>
      `Subject: =?utf-8?B?${Buffer.from('نشرة').toString('base64')}?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n` +
      `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--\n`;
    const paragraph = 'أعلنت الوزارة بدء خطة جديدة لدعم المكتبات العامة في المدن الصغيرة، تشمل شراء الكتب وتدريب العاملين فيها.';

    test('whose plain one is an address: the other is the article, without its furniture', async () => {
      const address = `https://example.org/view?id=${'a1b2'.repeat(120)}`;
      const html = `<table><tr><td><a href="#">عرض في المتصفح</a></td></tr><tr><td><h2>خطة للمكتبات</h2><p>${paragraph}</p></td></tr><tr><td><a href="#">إلغاء الاشتراك</a></td></tr></table>`;
      const article = await one(both(`لعرض هذه الرسالة: ${address}`, html), 'a.eml');
      expect(article.body.map(({ kind, text }) => [kind, text])).toEqual([
        ['heading', 'خطة للمكتبات'],
        ['paragraph', paragraph],
      ]);
      expect(article.provenance.removed.map(({ text }) => text)).toEqual(['عرض في المتصفح', 'إلغاء الاشتراك']);
    });

    test('that say the same: the one with links', async () => {
      const article = await one(
        both(`${paragraph}\n\nالمزيد هنا.`, `<p>${paragraph}</p><p>المزيد <a href="https://example.org/">هنا</a>.</p>`),
        'a.eml',
      );
      expect(article.body[1]).toMatchObject({ text: 'المزيد هنا.', links: [{ url: 'https://example.org/' }] });
    });

    test('of which the plain one says more: the plain one', async () => {
      const article = await one(both(paragraph, '<p>لا يعرض برنامجك هذه الرسالة.</p>'), 'a.eml');
      expect(texts(article)).toEqual([paragraph]);
    });
  });

  test('a mailbox', async () => {
    const message = (subject: string): string =>
      `From a@example.org Tue Aug 04 10:15:00 2015\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\nمتن\n\n`;
    expect((await all(message('أول') + message('ثان'), 'a.mbox')).map((article) => article.title)).toEqual(['أول', 'ثان']);
  });
});

test('Markdown with front matter', async () => {
  const article = await one(
    '---\ntitle: عنوان\ndate: 1906-02-25\ntags: [أدب]\n---\n\n## فصل\n\n> قول\n\n- بند\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |\n',
    'a.md',
  );
  expect(article).toMatchObject({ title: 'عنوان', dates: { published: { value: '1906-02-25' } }, tags: ['أدب'] });
  expect(article.body.map((block) => [block.kind, block.text])).toEqual([
    ['heading', 'فصل'],
    ['quote', 'قول'],
    ['list-item', 'بند'],
    ['paragraph', 'أ | ب'],
    ['paragraph', '١ | ٢'],
  ]);
});

describe('archives', () => {
  const text = utf8('عنوان المقال الأول\n\nمتن');
  test('zip: each by its own format; what leads outside is refused', async () => {
    const found = await parts(
      zipOf([
        { name: 'مجلد/أ.txt', bytes: text },
        { name: 'b.html', bytes: utf8('<html><body><h1>صفحة</h1><p>متن</p></body></html>') },
        { name: '../../c.txt', bytes: text },
        { name: 'd.txt', bytes: text, symlink: true },
        { name: 'e.zip', bytes: zipOf([{ name: 'x.txt', bytes: text }]) },
      ]),
      'a.zip',
    );
    expect(articlesOf(found).map(({ title, part }) => [title, part])).toEqual([
      ['عنوان المقال الأول', 'مجلد/أ.txt'],
      ['صفحة', 'b.html'],
    ]);
    expect(found.filter((one) => isRefused(one)).map(({ part, failure }) => [part, failure.code])).toEqual([
      ['../../c.txt', 'capture.unsafe-name'],
      ['d.txt', 'capture.unsafe-name'],
      ['e.zip', 'capture.nested'],
    ]);
  });

  test('gzip and its bombs', async () => {
    expect((await one(gzipSync(text), 'a.txt.gz')).title).toBe('عنوان المقال الأول');
    await expect(parts(gzipSync(Buffer.alloc(30_000_000, 32)), 'a.json.gz')).rejects.toMatchObject({ code: 'capture.bomb' });
    // Each sentence tells the bound that struck: the ratio of a tight packing, the size of a loose one.
    const [tight, loose] = [Buffer.alloc(2_000_000, 32), randomBytes(1_100_000)];
    const packed = [
      { name: 'tight.txt', bytes: tight, deflated: true },
      { name: 'loose.txt', bytes: loose, deflated: true, claims: 201_000_000 },
    ];
    const refused = (await parts(zipOf(packed), 'a.zip')).flatMap((found) => (isRefused(found) ? [found.failure] : []));
    expect(refused.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'capture.bomb', params: { path: 'a.zip/tight.txt', times: 200 } },
      { code: 'capture.unpacks-too-large', params: { path: 'a.zip/loose.txt', limit: 200 } },
    ]);
    await expect(parts(utf8('PK\u0003\u0004broken'), 'a.zip')).rejects.toMatchObject({ code: 'capture.damaged' });
  });
});

test('keywords that are addresses, the title, or its words one by one are no tags', async () => {
  const title = 'طهران تدفن «زادة».. وتتهم المعارضة الإيرانية باغتياله';
  const tagsOf = async (...keywords: string[]): Promise<string[] | undefined> =>
    (await one(`TY  - NEWS\nTI  - ${title}\n${keywords.map((word) => `KW  - ${word}\n`).join('')}ER  - `, 'a.ris')).tags;
  const words = ['طهران', 'تدفن', '«زادة»..', 'وتتهم', 'المعارضة', 'الإيرانية', 'باغتياله'];
  expect(await tagsOf(...words)).toEqual([]);
  expect(await tagsOf(...words, 'الملف النووي', 'محسن فخري زاده')).toEqual(['الملف النووي', 'محسن فخري زاده']);
  expect(await tagsOf(title, 'اغتيالات')).toEqual(['اغتيالات']);
  const named = ['طهران', 'المعارضة الإيرانية', 'Node.js', 'Booking.com', 'سياسة/دولية', 'TCP/IP', 'Islam--History'];
  expect(await tagsOf(...named)).toEqual(named);
  const addresses = ['http://example.org/a/b', 'https:', 'www.example.org', 'example.org/news/1', '//example.org', 'a@example.org'];
  expect(await tagsOf(...addresses, 'طهران')).toEqual(['طهران']);
  const page = `<html><head><title>${title}</title><meta name="keywords" content="http://example.org/1, ${words.join(', ')}, إيران"></head><body><article><h1>${title}</h1><p>${'كلمة '.repeat(40)}.</p></article></body></html>`;
  expect((await one(page, 'a.html')).tags).toEqual(['إيران']);
});
