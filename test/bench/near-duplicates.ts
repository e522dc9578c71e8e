// npm run bench:duplicates [-- N [articles.jsonl]]: recall for each kind of copy, and the time and memory of a pass over N
// texts. Without a file of real articles ({title, body} a line) the texts are words of the seed.
import { createReadStream } from 'node:fs';
import { tokenize } from '#core/arabic/tokens.ts';
import { openCandidates } from '#core/search/similar/candidates.ts';
import { nearCopies, type NumberedText } from '#core/search/similar/near-copies.ts';
import { areCopies, shingleSet, termNumbers } from '#core/search/similar/shingles.ts';
import { copyKinds } from '../support/copies.ts';
import { article } from './articles.ts';
import { lines } from './json-lines.ts';

const total = Number(process.argv[2] ?? 20_000);
const file = process.argv[3];
const WORDS = 450;
const round = (value: number): number => Math.round(value * 1000) / 1000;

async function* bodies(): AsyncGenerator<string> {
  if (file === undefined) {
    for (let n = 0; n < total; n++)
      yield article(n)
        .body.map((block) => block.text)
        .join('\n');
    return;
  }
  for await (const line of lines(createReadStream(file))) yield (JSON.parse(line) as { body: string }).body;
}

/** Real articles are shorter than those of the goal: they are lengthened by the words of others, far away in the file. */
async function texts(): Promise<Uint32Array[]> {
  const read: Uint32Array[] = [];
  for await (const body of bodies()) if (read.push(termNumbers(tokenize(body))) >= total) break;
  const real = read.length;
  while (read.length < total) read.push(read[(read.length * 7919) % real]!.toReversed());
  return file === undefined ? read : read.map((terms, n) => padded(terms, read, n));
}

/** Runs of 12 words from elsewhere, a different elsewhere for each text. */
function padded(terms: Uint32Array, all: readonly Uint32Array[], n: number): Uint32Array {
  const out = Array.from(terms.subarray(0, WORDS));
  for (let k = 1; out.length < WORDS; k++) {
    const other = all[(n * 131 + k * 7919) % all.length]!;
    const at = (n * 17 + k * 31) % Math.max(1, other.length - 12);
    out.push(...other.slice(at, at + 12));
    if (k > 400) break;
  }
  return Uint32Array.from(out);
}

const started = performance.now();
const all = await texts();
const prepared = performance.now();
const report: Record<string, unknown> = {
  texts: all.length,
  words: all.reduce((sum, one) => sum + one.length, 0),
  'prepared s': round((prepared - started) / 1000),
};

async function* stream(): AsyncGenerator<NumberedText> {
  for (const [n, terms] of all.entries()) yield { id: String(n), terms };
}
const cpu = process.cpuUsage();
const clusters = await nearCopies(stream(), { termsOf: async (id) => all[Number(id)], expected: all.length });
const used = process.cpuUsage(cpu);
report['full pass'] = {
  s: round((performance.now() - prepared) / 1000),
  'CPU s': round((used.user + used.system) / 1e6),
  'signatures MB': round((all.length * 256) / 1e6),
  clusters: clusters.length,
  'texts in them': new Set(clusters.flatMap(({ ids }) => ids)).size,
  largest: clusters.reduce((most, { ids }) => Math.max(most, ids.length), 0),
};

// Each kind of copy of some texts, found among a thousand others.
const base = all.slice(0, Math.min(1500, all.length));
const recall: Record<string, unknown> = {};
for (const [kind, make] of Object.entries(copyKinds)) {
  const candidates = openCandidates(base.length * 2);
  for (const terms of base) candidates.add(terms);
  let met = 0;
  let verified = 0;
  for (const [n, terms] of base.entries()) {
    const copy = make(terms, base[(n + 700) % base.length]!, n);
    if (!candidates.add(copy).includes(n)) continue;
    met++;
    if (areCopies(shingleSet(terms), shingleSet(copy))) verified++;
  }
  recall[kind] = { met: round(met / base.length), verified: round(verified / base.length) };
}
report['recall'] = recall;
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
