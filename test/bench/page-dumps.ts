// Pages printed as text: title, date, source and body of each. WARRAQ_CORPUS names the folder of the corpus.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDate } from '../../src/core/arabic/dates.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';

type Meta = { title?: string; date?: string; source?: string; body_must_include?: string[]; body_must_not_include?: string[] };
type Row = { file: string; stratum: string; meta?: Meta; expected?: Meta };

const corpus = process.env['WARRAQ_CORPUS'];
if (!corpus) throw new Error('WARRAQ_CORPUS names the folder of the corpus');
/** Of all its lines. */
const printedDates = (text: string): Set<string | undefined> => new Set(text.split('\n').map((line) => findDate(line)?.value));
const flat = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '');
const sums: Record<string, [number, number]> = {};
const faults: string[] = [];
const note = (file: string, what: string, good: boolean, fault: string): void => {
  const sum = (sums[what] ??= [0, 0]);
  sum[0] += good ? 1 : 0;
  sum[1] += 1;
  if (!good) faults.push(`${file}: ${what}: ${fault}`);
};
for (const line of readFileSync(join(corpus, 'articles/manifest.jsonl'), 'utf8').split('\n').filter(Boolean)) {
  const { file, stratum, meta, expected } = JSON.parse(line) as Row;
  const wanted = { ...meta, ...expected };
  if (stratum !== 'pagedump') continue;
  const bytes = readFileSync(join(corpus, 'articles', file));
  const text = bytes.toString();
  const [article] = await captureAll({ bytes, path: file });
  if (!article || 'failure' in article) {
    note(file, 'read', false, 'refused');
    continue;
  }
  const body = flat(article.body.map((block) => block.text).join('\n'));
  if (wanted.title) note(file, 'title', flat(article.title) === flat(wanted.title), `«${article.title}» for «${wanted.title}»`);
  // Of some pages the date was written by scripts: their dumps hold none, and none is to be made up.
  const what = wanted.date && printedDates(text).has(wanted.date) ? 'date, where the text prints it' : 'date that the text does not print';
  if (wanted.date) note(file, what, article.dates.published?.value === wanted.date, `${article.dates.published?.value} for ${wanted.date}`);
  if (wanted.source) note(file, 'source', article.source === wanted.source, `${article.source} for ${wanted.source}`);
  for (const words of wanted.body_must_include ?? []) note(file, 'wanted', body.includes(flat(words)), words.slice(0, 90));
  for (const words of wanted.body_must_not_include ?? []) note(file, 'unwanted kept out', !body.includes(flat(words)), words.slice(0, 90));
}
for (const fault of faults) console.log(fault);
for (const [what, [good, all]] of Object.entries(sums)) console.log(`${what} ${good}/${all}`);
