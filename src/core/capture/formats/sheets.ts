// Sheets of a workbook, whichever program made it: each whose first row names columns; a row is an article.
import { Failure } from '#contract/errors.ts';
import { type ChosenColumns, checkChosen, mappingOf } from '../records.ts';
import { draftsOfRows, headOf } from './table.ts';
import type { Draft } from './format.types.ts';

/** Throws capture.no-columns, capture.no-such-column. */
export function draftsOfSheets(sheets: readonly string[][][], path: string, columns: ChosenColumns): Draft[] {
  const [first] = sheets;
  // What a person chose is of the sheets that have those columns.
  const fits = (rows: string[][]): boolean =>
    Object.values(columns).every((name) => name === '' || /^#\d+$/.test(name) || rows[headOf(rows)]?.includes(name));
  if (first && !sheets.some(fits)) checkChosen(columns, first[headOf(first)] ?? [], path);
  const drafts = sheets
    .filter(fits)
    .flatMap((rows) => (mappingOf(rows[headOf(rows)] ?? [], columns) ? draftsOfRows(rows, path, columns) : []));
  if (drafts.length === 0) throw new Failure('capture.no-columns', { path });
  return drafts;
}
