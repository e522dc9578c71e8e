// Tables as text (RFC 4180 and its relatives): a row is an article.
import { parse } from 'csv-parse/sync';
import { Failure } from '#contract/errors.ts';
import { decode } from '../decode.ts';
import { type ChosenColumns, checkChosen, draftOfRecord, mappingOf, withTexts } from '../records.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding, columns }: Source): Draft[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  return draftsOfRows(rowsOf(text), path, columns).map((draft) => ({ ...draft, encoding: found }));
};

export const rowsOf = (text: string): string[][] =>
  parse(text, {
    delimiter: delimiterOf(text),
    escape: escapeOf(text),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  }) as string[][];

/** Databases write \\" where RFC 4180 has "". */
const escapeOf = (text: string): string => (/[^\\"]\\"[^,;\t|\r\n]/.test(text) && !/[^,;\t|\r\n]""[^,;\t|\r\n]/.test(text) ? '\\' : '"');

/** The sign that the first row has most of; «sep=;» is for Excel. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.replace(/^\ufeff/, ''))![0];
  const stated = /^sep=(.)$/.exec(first)?.[1];
  if (stated) return stated;
  const counts = [',', ';', '\t', '|', '؛', '،'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.sign;
}

/** The first row that has anything in it. */
export const headOf = (rows: readonly (readonly string[])[]): number =>
  rows.findIndex((row) => !row[0]?.startsWith('sep=') && row.some((cell) => cell.trim() !== ''));

/** Of the cells of each column, on average, in characters. */
const lengthsOf = (names: readonly string[], rows: readonly (readonly string[])[]): Map<string, number> =>
  new Map(names.map((name, at) => [name, rows.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0) / Math.max(1, rows.length)]));

/**
 * The first row names the columns, unless a person chose all of them by their places. Throws capture.no-columns,
 * capture.no-such-column.
 */
export function draftsOfRows(rows: readonly (readonly string[])[], path: string, chosen: ChosenColumns = {}): Draft[] {
  const head = headOf(rows);
  const names = rows[head]?.map((name) => name.trim()) ?? [];
  checkChosen(chosen, names, path);
  const places = Object.values(chosen).filter((name) => name !== '');
  const nameless = places.length > 0 && places.every((name) => /^#\d+$/.test(name) && !names.includes(name));
  const mapping = withTexts(mappingOf(nameless ? [] : names, chosen), lengthsOf(names, rows.slice(head + 1)), chosen);
  if (!mapping) throw new Failure('capture.no-columns', { path });
  return rows.slice(nameless ? head : head + 1).flatMap((row, i) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const byPlace = Object.fromEntries(row.map((cell, at) => [`#${at + 1}`, cell]));
    const record = { ...byPlace, ...Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])) };
    return [{ ...draftOfRecord(record, mapping), part: String(i + 1) }];
  });
}
