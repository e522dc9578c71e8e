// The texts and queries of the public corpus, read as they lie there. WARRAQ_CORPUS names its folder.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const corpus = process.env['WARRAQ_CORPUS'] ?? '';

/** Ends kindly when the corpus is not here: it may not be shipped, so not everyone has it. */
export function needCorpus(): void {
  if (existsSync(join(corpus, 'large', 'relevance-queries.json'))) return;
  console.log('This bench needs the test corpus: WARRAQ_CORPUS=/path/to/corpus npm run bench:search');
  process.exit(0);
}

const unpacked = (file: string): string =>
  execFileSync('xz', ['-dc', join(corpus, 'large', file)], { maxBuffer: 1 << 30, encoding: 'utf8' });

/** One text a line; its number is that of the line. */
export const relevanceTexts = (): string[] => unpacked('relevance-docs.tsv.xz').trimEnd().split('\n');

/** Name of the set → [query, number of the text that answers it]. */
export const relevanceQueries = (): Record<string, [string, number][]> =>
  JSON.parse(readFileSync(join(corpus, 'large', 'relevance-queries.json'), 'utf8')) as Record<string, [string, number][]>;

const lines = (file: string): string[] =>
  readFileSync(join(corpus, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

export type KnownItem = { readonly query: string; readonly kind: string; readonly expect: string; readonly at: number };
export const knownItems = (): KnownItem[] => lines('conformance/search/known_item.jsonl').map((line) => JSON.parse(line) as KnownItem);

export type FoldSet = { readonly query: string; readonly forms: readonly string[]; readonly expect: readonly string[] };
export const foldSets = (): FoldSet[] => lines('conformance/search/fold_sets.jsonl').map((line) => JSON.parse(line) as FoldSet);

export const tashkeelPairs = (): [string, string][] =>
  lines('conformance/diacritics/tashkeela_pairs.tsv').map((line) => line.split('\t') as [string, string]);

export const articleText = (file: string): string => readFileSync(join(corpus, 'articles', file), 'utf8');
