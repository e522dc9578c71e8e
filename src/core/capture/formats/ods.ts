// Spreadsheets of OpenDocument (ISO/IEC 26300): each sheet whose first row names columns; a row is an article.
import { officeParts } from '../containers/zip.ts';
import { attributeOf, childrenOf, descendantsOf, parseXml, textOf, type Xml } from '../markup/xml.ts';
import { draftsOfSheets } from './sheets.ts';
import type { Draft, Source } from './format.types.ts';

export const read = async ({ bytes, path, columns = {} }: Source): Promise<Draft[]> =>
  draftsOfSheets(await sheetsOf(bytes, path), path, columns);

/** Sheets are filled up to their last column and row by repetition: so many of one cell are looked at. */
const REPEATED = 256;

/** The rows of each sheet. */
export async function sheetsOf(bytes: Uint8Array, path: string): Promise<string[][][]> {
  const part = await officeParts(bytes, path, 'ODS', 'content.xml');
  const tables = descendantsOf(parseXml((await part('content.xml')) ?? ''), 'table');
  return tables
    .map((table) =>
      descendantsOf(table, 'table-row')
        .map(cellsOf)
        .filter((row) => row.some((cell) => cell.trim() !== '')),
    )
    .filter((rows) => rows.length > 0);
}

function cellsOf(row: Xml): string[] {
  const cells = childrenOf(row, 'table-cell').flatMap((cell) => {
    const times = Math.min(REPEATED, Math.max(1, Number(attributeOf(cell, 'number-columns-repeated') ?? 1)));
    return Array.from({ length: times }, () => valueOf(cell));
  });
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** A date as it is meant, before the words that it is shown in. */
const valueOf = (cell: Xml): string => attributeOf(cell, 'date-value')?.slice(0, 10) ?? childrenOf(cell, 'p').map(textOf).join('\n').trim();
