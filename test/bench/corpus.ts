// The sets of encodings and dates whole, from a folder of test material that is not part of the project:
//   WARRAQ_CORPUS=DIR node test/bench/corpus.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDate } from '#core/arabic/dates.ts';
import { decode } from '#core/capture/decode.ts';

const corpus = process.env['WARRAQ_CORPUS'];
if (!corpus) throw new Error('WARRAQ_CORPUS names the folder');

const rowsOf = <T>(file: string): T[] =>
  readFileSync(join(corpus, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

type Case = { file: string; stratum: string; true_encoding: string; truth: string | null };

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: '\u00a0' };
const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => entities[name as string] ?? whole)
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

/** The text is that of the truth, in the encoding it is in; mojibake is offered repaired; damage is told, and its text kept. */
function verdict({ file, true_encoding: kind, truth }: Case): boolean {
  const bytes = new Uint8Array(readFileSync(join(corpus!, 'encodings', file)));
  const { text, encoding, repair, damage } = decode(bytes, file);
  const expected = truth === null ? undefined : plain(readFileSync(join(corpus!, 'encodings', truth), 'utf8'));
  if (kind.includes('mojibake')) return plain(repair?.text ?? '').includes(expected!);
  if (kind.includes('tail')) return encoding === 'utf-8' && damage !== undefined && repair !== undefined && !repair.text.includes('\uFFFD');
  if (kind.includes('cut')) return encoding === 'utf-8' && (damage?.characters ?? 0) <= 1;
  const name = kind.replace(/(?: with|, no) BOM/, '').toLowerCase();
  return plain(text).includes(plain(expected!)) && (encoding === name || name.startsWith('us-ascii'));
}

const cases = rowsOf<Case>('encodings/manifest.jsonl').filter(({ stratum }) => stratum !== 'truth');
const failed = cases.filter((one) => !verdict(one));
console.log(
  `encodings: ${cases.length - failed.length} of ${cases.length}`,
  failed.map(({ file, true_encoding }) => `${file} ${true_encoding}`),
);

for (const set of ['icu_cases', 'news_style_cases']) {
  const dates = rowsOf<{ text: string; iso: string }>(`conformance/dates/${set}.jsonl`);
  const wrong = dates.filter(({ text, iso }) => findDate(text)?.value !== iso);
  console.log(`${set}: ${dates.length - wrong.length} of ${dates.length}`, wrong.map(({ text }) => text).slice(0, 10));
}
