// A volume of several articles: contents that lead to them, an outline, their dates in two calendars, and the numbers of pages.
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { hijriOfGregorian, gregorianOfHijri } from '#core/arabic/hijri-calendar.ts';
import { inBothCalendars } from '#core/export/pdf/both-calendars.ts';
import { article } from '../bench/articles.ts';
import { pdfOf, plain } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const items = Array.from({ length: 30 }, (_, n) => ({ ...article(n), body: article(n).body.slice(0, 12), title: `مقالة رقم ${n + 1}` }));
let bytes: Buffer;
let told: { items: number; pages: number };
let document: Awaited<ReturnType<typeof getDocument>['promise']>;
beforeAll(async () => {
  ({ bytes, ...told } = await pdfOf(items));
  document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}, 60_000);
const textOf = async (page: number): Promise<string> => {
  const { items: parts } = await (await document.getPage(page)).getTextContent();
  return plain(parts.map((part) => ('str' in part ? `${part.str}${part.hasEOL ? ' ' : ''}` : '')).join(''));
};
const latin = (text: string): string => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

describe('the contents', () => {
  test('come first, one link an article, each to the page on which it begins and whose number it tells', async () => {
    const targets: number[] = [];
    const told: string[] = [];
    let pages = 0;
    for (; targets.length < items.length; pages++) {
      const page = await document.getPage(pages + 1);
      for (const { dest, contentsObj } of await page.getAnnotations()) {
        targets.push(await document.getPageIndex(dest[0]));
        told.push(contentsObj.str);
      }
    }
    expect(targets).toHaveLength(items.length);
    for (const [at, target] of targets.entries()) {
      expect(await textOf(target + 1)).toContain(items[at]!.title);
      expect(latin(told[at]!)).toBe(`${items[at]!.title} ${target - pages + 1}`);
      if (at > 0) expect(target).toBeGreaterThan(targets[at - 1]!);
    }
    expect(targets[0]).toBe(pages);
    expect(await textOf(1)).toMatch(/^المحتويات مقالة رقم 1/);
    expect((await document.getPageLabels())!.slice(pages - 1, pages + 2)).toEqual(['i'.repeat(pages), '1', '2']);
  });

  test('count among the pages that are told; the file is named for the volume, and an article for its author', async () => {
    expect(told).toMatchObject({ items: items.length, pages: document.numPages });
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: 'مجلد مقالات (٣٠)' });
    expect(info).not.toHaveProperty('Author');
    const alone = await pdfOf([{ ...items[0]!, creators: ['ليلى حدّاد', 'عمر'] }]);
    const one = await (await getDocument({ data: new Uint8Array(alone.bytes), verbosity: 0 }).promise).getMetadata();
    expect(one.info).toMatchObject({ Title: items[0]!.title, Author: 'ليلى حدّاد؛ عمر' });
  });

  test('and the outline lead to the same pages', async () => {
    const outline = (await document.getOutline())!;
    expect(outline.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    const pageOf = async (at: number): Promise<number> => document.getPageIndex((outline[at]!.dest as { num: number; gen: number }[])[0]!);
    expect(await textOf((await pageOf(29)) + 1)).toContain(items[29]!.title);
  });

  test('are the first part of the structure, and a file made to the standards', async () => {
    const pdf = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF()!;
    const root = pdf.getTrailer().get('Root', 'StructTreeRoot', 'K');
    const top = root.isArray() ? root.get(0) : root;
    const first = top.get('K').get(0).get('K');
    expect([first.get(0).get('S').toString(), first.get(1).get('S').toString()]).toEqual(['/H1', '/TOC']);
    expect(first.get(1).get('K').length).toBe(30);
    expect(complaintsOf(bytes)).toEqual([]);
  });

  test('are left out where there is one article', async () => {
    const { bytes: alone } = await pdfOf(items.slice(0, 1));
    const pdf = mupdf.Document.openDocument(alone, 'application/pdf');
    expect(pdf.loadPage(0).getLinks()).toEqual([]);
  });
});

describe('dates', () => {
  test('of every day of three centuries go to the Hijri calendar and back', () => {
    for (let time = Date.UTC(1800, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000) {
      const day = new Date(time).toISOString().slice(0, 10);
      const hijri = hijriOfGregorian(day)!;
      if (gregorianOfHijri(hijri.year, hijri.month, hijri.day) !== day) expect.fail(`${day}: ${JSON.stringify(hijri)}`);
    }
  });

  test.each([
    [{ value: '2015-07-24' }, 'ar', '24 يوليو 2015 – 8 شوال 1436 هـ'],
    [{ value: '2015-07-24T10:00:00Z', stated: 'أمس' }, 'ar', 'أمس (24 يوليو 2015 – 8 شوال 1436 هـ)'],
    [{ value: '2015-07-24', stated: '2015-07-24T10:00:00+03:00' }, 'ar', '24 يوليو 2015 – 8 شوال 1436 هـ'],
    [{ value: '2015-07-24' }, 'en', '24 July 2015 – 8 Shawwal 1436 AH'],
    [{ value: '2015' }, 'ar', '2015'],
    [{ value: '2015-07', stated: 'تموز ٢٠١٥' }, 'ar', 'تموز ٢٠١٥'],
  ] as const)('%o is told in both calendars where it is a day', (date, language, told) =>
    expect(plain(inBothCalendars({ calendar: 'gregorian', ...date }, language))).toBe(told),
  );
});
