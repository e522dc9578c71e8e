// Pages of the corpus: titles, dates, wanted and unwanted snippets by stratum. WARRAQ_CORPUS names its folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureAll } from '../../src/core/capture/capture-all.ts';

type Row = {
  file: string;
  stratum: string;
  role?: string;
  expected?: { title?: string; date?: string; body_must_include?: string[]; body_must_not_include?: string[] };
};

const corpus = process.env['WARRAQ_CORPUS'];
if (!corpus) throw new Error('WARRAQ_CORPUS names the folder of the corpus');
const only = process.argv[2];
/** Snippets were made from markup: where its elements meet there may or may not be a space. */
const flat = (text: string): string => text.replace(/\s+/gu, '');
const sums = new Map<string, number[]>();
const add = (key: string, i: number, good: boolean): void => {
  const sum = sums.get(key) ?? Array.from({ length: 8 }, () => 0);
  sum[i]! += good ? 1 : 0;
  sum[i + 1]! += 1;
  sums.set(key, sum);
};
for (const line of readFileSync(join(corpus, 'html/manifest.jsonl'), 'utf8').split('\n').filter(Boolean)) {
  const { file, stratum, role, expected } = JSON.parse(line) as Row;
  if (!expected?.body_must_include || role || (only && stratum !== only)) continue;
  const bytes = readFileSync(join(corpus, 'html', file));
  const started = performance.now();
  const [article] = await captureAll({ bytes, path: file }).catch((error: unknown) => [{ part: '', failure: error as Error }]);
  const ms = Math.round(performance.now() - started);
  const faults: string[] = [];
  if (!article || 'failure' in article) {
    console.log(stratum, file, 'refused', article?.failure);
    continue;
  }
  const body = flat(article.body.map((block) => block.text).join('\n'));
  const note = (i: number, good: boolean, fault: string): void => {
    add(stratum, i, good);
    if (!good) faults.push(fault);
  };
  note(0, flat(article.title) === flat(expected.title ?? ''), `title «${article.title}» for «${expected.title}»`);
  if (expected.date)
    note(2, article.dates.published?.value === expected.date, `date ${article.dates.published?.value} for ${expected.date}`);
  for (const words of expected.body_must_include) note(4, body.includes(flat(words)), `missing: ${words.slice(0, 80)}`);
  for (const words of expected.body_must_not_include ?? []) note(6, !body.includes(flat(words)), `unwanted: ${words.slice(0, 80)}`);
  if (faults.length > 0 || ms > 2000) console.log(file, ms, 'ms\n   ', faults.join('\n    '));
}
for (const [stratum, [t, ts, d, ds, w, ws, u, us]] of sums) {
  console.log(`${stratum}: titles ${t}/${ts}, dates ${d}/${ds}, wanted ${w}/${ws}, unwanted kept out ${u}/${us}`);
}
