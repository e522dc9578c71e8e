// The columns of a table or the keys of records, with samples and the guess: what a person needs to choose for themselves.
import { Failure } from '#contract/errors.ts';
import { decode } from './decode.ts';
import { recordsInLines, recordsInText } from './formats/json.ts';
import { headOf, rowsOf } from './formats/table.ts';
import { sheetsOf as sheetsOfOpen } from './formats/ods.ts';
import { sheetsOf } from './formats/xlsx.ts';
import { recogniseFormat } from './recognise-format.ts';
import { mappingOf } from './records.ts';

export type Columns = {
  readonly names: string[];
  /** The first rows, a value for each name. */
  readonly samples: string[][];
  /** Column → name. */
  readonly guessed: Record<string, string>;
};

const SAMPLES = 5;
const LONGEST = 200;
const MOST_NAMES = 500;

type Input = {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
};

/** Of the first sheet of a workbook. Throws capture.no-columns when the input has none, and what reading it throws. */
export async function columnsOf({ bytes, path, format, encoding }: Input): Promise<Columns> {
  const kind = format ?? recogniseFormat(bytes, path);
  if (kind === 'xlsx') return ofRows((await sheetsOf(bytes, path))[0] ?? []);
  if (kind === 'ods') return ofRows((await sheetsOfOpen(bytes, path))[0] ?? []);
  const text = (): string => decode(bytes, path, encoding).text;
  if (kind === 'table') return ofRows(rowsOf(text()));
  if (kind === 'json') return ofRecords(recordsInText(text(), path));
  if (kind === 'jsonl') return ofRecords(recordsInLines(text(), path));
  throw new Failure('capture.no-columns', { path });
}

function ofRows(rows: readonly (readonly string[])[]): Columns {
  const head = headOf(rows);
  const names = (rows[head] ?? []).map((name) => name.trim()).slice(0, MOST_NAMES);
  return columnsFrom(
    names,
    rows.slice(head + 1, head + 1 + SAMPLES).map((row) => names.map((_, at) => row[at] ?? '')),
  );
}

function ofRecords(records: readonly Readonly<Record<string, unknown>>[]): Columns {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(0, MOST_NAMES);
  const shown = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));
  return columnsFrom(
    names,
    records.slice(0, SAMPLES).map((record) => names.map((name) => shown(record[name]))),
  );
}

const columnsFrom = (names: string[], samples: string[][]): Columns => ({
  names,
  samples: samples.map((row) => row.map((value) => value.slice(0, LONGEST).toWellFormed())),
  guessed: Object.fromEntries(mappingOf(names) ?? []),
});
