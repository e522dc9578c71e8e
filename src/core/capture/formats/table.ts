// Tables as text (RFC 4180 and its relatives): a row is an article.
import { parse } from 'csv-parse/sync';
import { Failure } from '#contract/errors.ts';
import { decode } from '../decode.ts';
import { draftOfRecord, mappingOf } from '../records.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decode(bytes, path, encoding);
  const rows = parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  }) as string[][];
  return draftsOfRows(rows, path).map((draft) => ({ ...draft, encoding: found }));
};

/** The sign that the first row has most of; «sep=;» is for Excel. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text.replace(/^\ufeff/, ''))![0];
  const stated = /^sep=(.)$/.exec(first)?.[1];
  if (stated) return stated;
  const counts = [',', ';', '\t', '|', '؛', '،'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.sign;
}

/** Throws capture.no-columns. The first row names the columns. */
export function draftsOfRows(rows: readonly (readonly string[])[], path: string): Draft[] {
  const head = rows.findIndex((row) => !row[0]?.startsWith('sep=') && row.some((cell) => cell.trim() !== ''));
  const names = rows[head]?.map((name) => name.trim()) ?? [];
  const mapping = mappingOf(names);
  if (!mapping) throw new Failure('capture.no-columns', { path });
  return rows.slice(head + 1).flatMap((row, i) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const record = Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
    return [{ ...draftOfRecord(record, mapping), part: String(i + 1) }];
  });
}
