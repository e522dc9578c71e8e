// What a text is about, in its own words: runs of one to three words that it repeats and others seldom use (tf-idf). To be
// offered as tags, never applied.
import { type Token, tokenize } from '../../arabic/tokens.ts';
import { type Frequencies, rarity } from './frequencies.ts';
import { isFunctionWord } from './function-words.ts';

/** `text` as it stands in the article, without its marks; `count` in how many places. */
export type Keyphrase = { readonly text: string; readonly score: number; readonly count: number };

type Run = { readonly words: readonly string[]; count: number; first: number; readonly written: Map<string, number>; score: number };

const LONGEST = 3;
/** UTF-16 units: what is longer is no word that a person would file by. */
const LONGEST_WORD = 60;
/** Words in more than one article of eight say little of one of them; where there are few articles, that is none yet. */
const COMMON = 0.12;
const FEW = 4;
/** Weights found by trial on 96 articles with keyphrases that people gave them (AKEC). */
const lengthWeight = [1, 3, 4];
const RAREST = 7;
const EARLY = 50;
/** How much oftener a phrase must stand than a better one that shares its words, to be told beside it. */
const OFTENER = 3;
/** Words of a text that are looked at: the matter is told in the beginning. */
const LOOKED_AT = 4000;

/**
 * Best first. A phrase that shares all its words with a better one is left out, unless it stands much oftener. `frequencies` are of folded
 * words.
 */
export function keyphrasesOf(title: string, blocks: readonly string[], frequencies: Frequencies, limit = 10): Keyphrase[] {
  const runs = new Map<string, Run>();
  let place = 0;
  for (const [at, text] of [title, ...blocks].entries()) {
    if (place > LOOKED_AT) break;
    const tokens = tokenize(text);
    for (const clause of clausesOf(text, tokens)) collect(runs, clause, text, frequencies, place, at === 0);
    place += tokens.length;
  }
  for (const run of runs.values()) run.score = scoreOf(run, frequencies);
  const ranked = [...runs.values()].sort((a, b) => b.score - a.score || a.first - b.first);
  return distinct(ranked, limit).map((run) => ({ text: mostOften(run.written), score: run.score, count: Math.floor(run.count) }));
}

/** Runs of words with nothing but spaces between them. */
function clausesOf(text: string, tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (before && /^\s+$/u.test(text.slice(before.end, token.start))) clauses.at(-1)!.push(token);
    else clauses.push([token]);
  }
  return clauses;
}

function collect(
  runs: Map<string, Run>,
  tokens: readonly Token[],
  text: string,
  frequencies: Frequencies,
  place: number,
  inTitle: boolean,
): void {
  const dull = tokens.map((token) => isDull(token, frequencies));
  for (let from = 0; from < tokens.length; from++) {
    for (let length = 1; length <= LONGEST && from + length <= tokens.length; length++) {
      if (dull.slice(from, from + length).some(Boolean)) break;
      const words = tokens.slice(from, from + length);
      const key = words.map((word) => word.stem).join(' ');
      const run = runs.get(key) ?? { words: words.map((word) => word.folded), count: 0, first: place + from, written: new Map(), score: 0 };
      run.count += inTitle ? 2 : 1;
      const written = text
        .slice(words[0]!.start, words.at(-1)!.end)
        .replaceAll(/[\u064b-\u0652\u0670\u0640]/gu, '')
        .replaceAll(/\s+/gu, ' ');
      run.written.set(written, (run.written.get(written) ?? 0) + 1);
      runs.set(key, run);
    }
  }
}

function isDull({ folded, start, end }: Token, frequencies: Frequencies): boolean {
  return (
    folded.length < 3 ||
    end - start > LONGEST_WORD ||
    /^\p{N}+$/u.test(folded) ||
    isFunctionWord(folded) ||
    frequencies.of(folded) > Math.max(FEW, frequencies.total * COMMON)
  );
}

function scoreOf({ words, count, first }: Run, frequencies: Frequencies): number {
  // The rarity of all words, not of the rarest, and no more of it than a name has: what no one else writes is a slip of the pen.
  const rare = words.reduce((sum, word) => sum + Math.min(rarity(frequencies, word), RAREST), 0) / words.length;
  const times = words.length > 1 && count < 2 ? count / 2 : count;
  const early = 1 + 1 / (1 + first / EARLY);
  return times ** 0.85 * Math.sqrt(rare) * lengthWeight[words.length - 1]! * early;
}

function distinct(ranked: readonly Run[], limit: number): Run[] {
  const taken: Run[] = [];
  const within = (a: Run, b: Run): boolean => ` ${b.words.join(' ')} `.includes(` ${a.words.join(' ')} `);
  for (const run of ranked) {
    if (taken.length >= limit) break;
    if (!taken.some((one) => (within(run, one) || within(one, run)) && run.count < one.count * OFTENER)) taken.push(run);
  }
  return taken;
}

const mostOften = (written: ReadonlyMap<string, number>): string => [...written].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
