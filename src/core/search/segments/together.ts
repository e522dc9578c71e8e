// Words that stand together in a field: phrases, and words near one another.
import { type ClauseWeights, clauseScore } from './bm25.ts';
import type { Search } from './evaluate.ts';
import { MatchList, type Matches, none } from './matches.ts';
import { type Run, findOrdered, findUnordered } from './near.ts';
import { findPhrases } from './phrase.ts';
import { fieldOf, kindAt, placesOf } from './places.ts';
import { type Plan, dfIn } from './plan.ts';
import { scanLists } from './scan.ts';
import { ALL_FIELDS, type ResolvedWord, type WordList } from './words.ts';

type Together = Plan & { op: 'together' };
type Documents = Pick<Matches, 'docs' | 'count'>;

export function scanTogether(plan: Together, search: Search, within?: Documents): Matches {
  if (plan.words.length === 0) return none;
  return plan.near ? scanNear(plan, plan.near, search, within) : scanPhrase(plan, search, within);
}

const rarestFirst = (words: readonly ResolvedWord[], at: number): { word: ResolvedWord; step: number; df: number }[] =>
  words.map((word, step) => ({ word, step, df: dfIn(word, at) })).sort((a, b) => a.df - b.df);

const anyKind = Uint8Array.of(1);

/** Documents of the stem, whatever the spelling: that is decided with the places, and reading the entries once is enough. */
function documentsOf(word: ResolvedWord, { at, segment, check }: Search, within?: Documents): Documents {
  const lists: readonly WordList[] = word.lists[at]!.map((one) => ({ ...one, kinds: anyKind }));
  return scanLists(lists, ALL_FIELDS, undefined, segment.count, { within, check });
}

function scanPhrase({ words, fields, weight }: Together, search: Search, within?: Documents): Matches {
  const { segment, at, norms } = search;
  const rarest = rarestFirst(words, at);
  if (rarest[0]!.df === 0) return none;
  const asked = rarest.map(({ word, step }) => ({ lists: word.lists[at]!, fields: word.fields & fields, step }));
  const { docs, count, starts, places } = findPhrases(segment, asked, documentsOf(rarest[0]!.word, search, within));
  const found = new MatchList(count);
  const tally = new Tally(search, together(words, weight));
  for (let n = 0; n < count; n++) {
    tally.begin(docs[n]!);
    for (let place = starts[n]!; place < starts[n + 1]!; place++) tally.tell(places[place]!, kindAt(places[place]!));
    found.add(docs[n]!, norms ? tally.score() : 0, tally.closest);
  }
  return found;
}

/** First the documents that hold all the words, the rarest first; then their places. */
function scanNear({ words, fields, weight }: Together, near: NonNullable<Together['near']>, search: Search, within?: Documents): Matches {
  const { segment, at, norms } = search;
  let docs = within;
  for (const { word } of rarestFirst(words, at)) {
    docs = documentsOf(word, search, docs);
    if (docs.count === 0) return none;
  }
  if (!docs) return none;
  const places = words.map((word) => placesOf(segment, word.lists[at]!, word.fields & fields, docs));
  const found = new MatchList(docs.count);
  const runs: Run[] = places.map((one) => ({ places: one.places, at: 0, end: 0 }));
  const tally = new Tally(search, together(words, weight));
  const tell = (start: number, kind: number): void => tally.tell(start, kind);
  for (let n = 0; n < docs.count; n++) {
    tally.begin(docs.docs[n]!);
    for (let word = 0; word < runs.length; word++) {
      runs[word]!.at = places[word]!.starts[n]!;
      runs[word]!.end = places[word]!.starts[n + 1]!;
    }
    if (near.ordered) findOrdered(runs, near.distance, tell);
    else findUnordered(runs, near.distance, tell);
    if (tally.closest > 0) found.add(docs.docs[n]!, norms ? tally.score() : 0, tally.closest);
  }
  return found;
}

/** What stands together weighs as much as its words do, each for itself. */
function together(words: readonly ResolvedWord[], weight: number): ClauseWeights {
  const sum = (layer: 'stem' | 'folded' | 'exact'): number => words.reduce((total, word) => total + word.weights[layer], 0) * weight;
  return { k1: words[0]?.weights.k1 ?? 1, stem: sum('stem'), folded: sum('folded'), exact: sum('exact') };
}

/** Adds up one document's occurrences. */
class Tally {
  closest = 0;
  readonly #search: Search;
  readonly #weights: ClauseWeights;
  readonly #counts = new Float64Array(4);
  #doc = 0;

  constructor(search: Search, weights: ClauseWeights) {
    this.#search = search;
    this.#weights = weights;
  }

  begin(doc: number): void {
    this.#doc = doc;
    this.closest = 0;
    this.#counts.fill(0);
  }

  tell(start: number, kind: number): void {
    if (kind > this.closest) this.closest = kind;
    const { norms } = this.#search;
    if (norms) this.#counts[kind]! += norms[fieldOf(start)]![this.#doc]!;
  }

  score(): number {
    return clauseScore(this.#weights, this.#counts[1]!, this.#counts[2]!, this.#counts[3]!);
  }
}
