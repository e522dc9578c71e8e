// What became of every input of an import, as CSV (RFC 4180), with a mark by which spreadsheets know UTF-8.
import type { ImportOutcome } from '#contract/contract.ts';
import { type WrittenFile, writeFile } from './write-file.ts';

const columns = [
  'outcome',
  'path',
  'id',
  'title',
  'of',
  'format',
  'source',
  'published',
  'language',
  'encoding',
  'certainty',
  'paragraphs',
  'pictures',
  'removed',
  'code',
  'message',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number | undefined>>;

type Sentence = (code: string, params: Record<string, unknown>) => string;

function rowOf(outcome: ImportOutcome, sentence: Sentence): Row {
  if (outcome.outcome === 'imported') {
    const { reading, captureOf, ...rest } = outcome;
    return { ...rest, ...reading, of: captureOf };
  }
  if (outcome.outcome === 'duplicate')
    return { outcome: outcome.interrupted ? 'resumed' : 'duplicate', path: outcome.path, of: outcome.of };
  if (outcome.outcome === 'left') return outcome;
  const { code, params } = outcome.failure;
  return { outcome: 'refused', path: outcome.path, code, message: sentence(code, params) };
}

/** A value that begins as a formula does is one to a spreadsheet: an apostrophe before it keeps it a word. */
function cell(value: string | number | undefined): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
  return /["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Throws export.unwritable. */
export function writeReport(path: string, outcomes: readonly ImportOutcome[], sentence: Sentence): Promise<WrittenFile> {
  async function* lines(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`\ufeff${columns.join(',')}\r\n`);
    for (const outcome of outcomes) {
      const row = rowOf(outcome, sentence);
      yield Buffer.from(`${columns.map((name) => cell(row[name])).join(',')}\r\n`);
    }
  }
  return writeFile(path, lines());
}
