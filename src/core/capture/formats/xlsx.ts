// Workbooks (ECMA-376): each sheet whose first row names columns; a row is an article.
import { officeParts } from '../containers/zip.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, type Xml } from '../markup/xml.ts';
import { draftsOfSheets } from './sheets.ts';
import type { Draft, Source } from './format.types.ts';

export const read = async ({ bytes, path, columns = {} }: Source): Promise<Draft[]> =>
  draftsOfSheets(await sheetsOf(bytes, path), path, columns);

/** The rows of each sheet. */
export async function sheetsOf(bytes: Uint8Array, path: string): Promise<string[][][]> {
  const part = await officeParts(bytes, path, 'XLSX', 'xl/workbook.xml');
  const xml = async (name: string): Promise<Xml> => parseXml((await part(name)) ?? '');
  const shared = childrenOf(childOf(await xml('xl/sharedStrings.xml'), 'sst'), 'si').map(wordsOfString);
  const targets = new Map(
    descendantsOf(await xml('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      attributeOf(one, 'Id'),
      attributeOf(one, 'Target') ?? '',
    ]),
  );
  const dates = datesOf(await xml('xl/styles.xml'));
  const sheets: string[][][] = [];
  for (const sheet of descendantsOf(await xml('xl/workbook.xml'), 'sheet')) {
    const target = targets.get(sheet.attributes['r:id'] ?? attributeOf(sheet, 'id')) ?? '';
    const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const rows = descendantsOf(await xml(name), 'row').map((row) => cellsOf(row, shared, dates));
    if (rows.some((row) => row.some((cell) => cell.trim() !== ''))) sheets.push(rows);
  }
  return sheets;
}

/** Readings of letters (rPh) are no part of the words. */
const wordsOfString = (xml: Xml): string =>
  xml.children
    .map((child) =>
      typeof child !== 'string' && child.name === 't'
        ? textOf(child)
        : typeof child !== 'string' && child.name === 'r'
          ? textOf(childOf(child, 't'))
          : '',
    )
    .join('');

/** Columns of a sheet (XFD). */
const MOST = 16_384;

function cellsOf(row: Xml, shared: readonly string[], dates: ReadonlySet<number>): string[] {
  const cells: string[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const letters = /^[A-Z]{1,3}/.exec(attributeOf(cell, 'r') ?? '')?.[0];
    const at = letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : cells.length;
    if (at >= MOST) continue;
    while (cells.length < at) cells.push('');
    cells[at] = valueOf(cell, shared, dates);
  }
  return cells;
}

function valueOf(cell: Xml, shared: readonly string[], dates: ReadonlySet<number>): string {
  const type = attributeOf(cell, 't');
  if (type === 'inlineStr') return wordsOfString(childOf(cell, 'is') ?? cell);
  const value = textOf(childOf(cell, 'v'));
  if (type === 's') return shared[Number(value)] ?? '';
  const days = Number(value);
  // Days since 1899-12-30 (18.17.4.1).
  const isDay = type === undefined && value !== '' && dates.has(Number(attributeOf(cell, 's') ?? -1)) && days > 0 && days < 2_958_466;
  return isDay ? new Date(Math.round((days - 25_569) * 86_400_000)).toISOString().slice(0, 10) : value;
}

/** Places of cell formats that show numbers as dates. */
function datesOf(styles: Xml): Set<number> {
  const own = new Set(
    descendantsOf(styles, 'numFmt')
      .filter((one) => /[dmy]/i.test((attributeOf(one, 'formatCode') ?? '').replace(/\[[^\]]*\]|"[^"]*"/g, '')))
      .map((one) => Number(attributeOf(one, 'numFmtId'))),
  );
  const formats = childrenOf(childOf(childOf(styles, 'styleSheet'), 'cellXfs'), 'xf');
  return new Set(
    formats.flatMap((one, i) => {
      const id = Number(attributeOf(one, 'numFmtId'));
      return own.has(id) || (id >= 14 && id <= 22) ? [i] : [];
    }),
  );
}
