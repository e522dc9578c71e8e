// Containers of the corpus: words against the expected text, counts of what holds many. WARRAQ_CORPUS names its folder.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { captureAll } from '../../src/core/capture/capture-all.ts';

type Row = { file: string; stratum: string; role?: string; expected?: Record<string, unknown> };
type Article = Exclude<Awaited<ReturnType<typeof captureAll>>[number], { failure: unknown }>;

const corpus = process.env['WARRAQ_CORPUS'];
if (!corpus) throw new Error('WARRAQ_CORPUS names the folder of the corpus');
const only = process.argv[2];
const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Share of the expected words that are there, in any order, as often. */
function recall(expected: string[], found: string[]): number {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of expected) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      hits++;
      left.set(word, count - 1);
    }
  }
  return hits / Math.max(1, expected.length);
}

for (const line of readFileSync(join(corpus, 'formats/manifest.jsonl'), 'utf8').split('\n').filter(Boolean)) {
  const { file, stratum, role, expected } = JSON.parse(line) as Row;
  if (role || (only && stratum !== only && !file.includes(only))) continue;
  const path = join(corpus, 'formats', file);
  const started = performance.now();
  const found = await captureAll({ bytes: readFileSync(path), path }).catch(
    (error: unknown) => error as Error & { code?: string; cause?: unknown },
  );
  const ms = Math.round(performance.now() - started);
  if (found instanceof Error) {
    console.log(file, ms, 'ms refused', found.code ?? found.message, found.cause ?? '');
    continue;
  }
  const articles = found.filter((one): one is Article => !('failure' in one));
  const [first] = articles;
  const all = articles.map((one) => [one.title, ...one.body.map((block) => block.text)].join('\n')).join('\n');
  const notes: string[] = [`${articles.length} articles`];
  if (found.length > articles.length) notes.push(`${found.length - articles.length} refused`);
  const count = expected?.['items'] ?? expected?.['rows'] ?? expected?.['records'];
  if (count !== undefined) notes.push(count === articles.length ? 'count right' : `COUNT ${JSON.stringify(count)}`);
  const title = (expected?.['title'] ?? expected?.['subject']) as string | undefined;
  if (title !== undefined) notes.push(first?.title === title ? 'title right' : `TITLE «${first?.title}» for «${title}»`);
  const article = expected?.['article'] as string | undefined;
  const truth = (expected?.['text_file'] as string | undefined)
    ? join(dirname(path), basename(expected!['text_file'] as string))
    : article && join(corpus, 'articles', article);
  if (truth) {
    try {
      const wanted = words(readFileSync(truth, 'utf8'));
      notes.push(
        `words ${(recall(wanted, words(all)) * 100).toFixed(1)} %`,
        words(all).join(' ') === wanted.join(' ') ? 'order equal' : `back ${(recall(words(all), wanted) * 100).toFixed(1)} %`,
      );
    } catch {
      notes.push('no truth');
    }
  }
  console.log(
    file,
    `${ms} ms`,
    notes.join(', '),
    truth || count
      ? ''
      : `«${first?.title.slice(0, 60)}» ${first?.dates.published?.value ?? ''} ${first?.source?.slice(0, 30) ?? ''} ${first?.body.length}`,
  );
}
