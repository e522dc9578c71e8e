// Where a query stands in a text, and how closely: the same tokens that were indexed, on the original offsets.
import type { MarkedText, MatchKind, Reason } from '#contract/search.ts';
import { stretchEnds } from '#text/stretches.ts';
import { foldWord } from '../arabic/fold.ts';
import { type MayBe, mayBeOneOf, stretchesOfStem, stretchOfWord } from '../arabic/candidates.ts';
import { type Token, tokenize } from '../arabic/tokens.ts';
import type { Meant } from './meant.ts';
import { leavesOf, type Query, type Words } from './query/ast.ts';
import { closer, looser } from './ranking/tiers.ts';

/** What is looked for of a query: the words that must be there, with what they may mean. */
export type Sought = { readonly leaf: Words; readonly meant: readonly Meant[] };

export function soughtIn(query: Query, meant: (leaf: Words) => readonly Meant[]): Sought[] {
  return [...leavesOf(query)].flatMap(({ leaf, wanted }) => (wanted && leaf.kind === 'words' ? [{ leaf, meant: meant(leaf) }] : []));
}

/** Words of a text that may be a word of what is sought. */
function candidatesFor(sought: readonly Sought[]): MayBe | undefined {
  const stretches = sought.flatMap(({ leaf, meant }) => [
    ...leaf.words.map(({ folded }) => stretchOfWord(folded, leaf.prefix)),
    ...(leaf.form === 'stem' ? leaf.words.flatMap(({ stem }) => stretchesOfStem(stem)) : []),
    ...meant.flatMap(({ words }) => words.map((folded) => stretchOfWord(folded))),
  ]);
  return mayBeOneOf(stretches);
}

function closeness(token: Token, { form, words, prefix }: Words, word: number): MatchKind | undefined {
  const asked = words[word]!;
  const continued = prefix && word === words.length - 1;
  if (token.exact === asked.exact || (continued && form === 'exact' && token.exact.startsWith(asked.exact))) return 'exact';
  if (form === 'exact') return undefined;
  if (token.folded === asked.folded) return 'folded';
  if (continued && token.folded.startsWith(asked.folded)) return 'stem';
  return form === 'stem' && token.stem === asked.stem ? 'stem' : undefined;
}

/** Words `from` to `to` of the text are the leaf with this number. */
type Found = { readonly from: number; readonly to: number; readonly kind: MatchKind; readonly leaf: number };

function* findLeaf(tokens: readonly Token[], { leaf, meant }: Sought, number: number): Generator<Found> {
  const { words, slop } = leaf;
  // Words near each other are shown one by one.
  const length = slop > 0 ? 1 : words.length;
  const last = slop > 0 ? words.length - 1 : 0;
  for (let i = 0; i < tokens.length; i++) {
    for (let start = 0; start <= last; start++) {
      const kind = kindFrom(tokens, i, leaf, start, length);
      if (kind) yield { from: i, to: i + length - 1, kind, leaf: number };
    }
    for (const { words: others, kind } of meant) {
      if (standAt(tokens, i, others)) yield { from: i, to: i + others.length - 1, kind, leaf: number };
    }
  }
}

/** How closely `length` words of the leaf, from its word `start` on, stand at a token; undefined when they do not. */
function kindFrom(tokens: readonly Token[], at: number, leaf: Words, start: number, length: number): MatchKind | undefined {
  if (at + length > tokens.length) return undefined;
  let kind: MatchKind = 'exact';
  for (let j = 0; j < length; j++) {
    const one = closeness(tokens[at + j]!, leaf, start + j);
    if (!one) return undefined;
    kind = looser(kind, one);
  }
  return kind;
}

function standAt(tokens: readonly Token[], at: number, folded: readonly string[]): boolean {
  for (let j = 0; j < folded.length; j++) if (tokens[at + j]?.folded !== folded[j]) return false;
  return true;
}

const isSoughtIn = ({ leaf: { field } }: Sought, place: 'title' | 'body'): boolean => field === undefined || field === place;

/** Everything of the query that stands in the text, by place. Linear in the text for each leaf. */
function findAll(tokens: readonly Token[], sought: readonly Sought[], place: 'title' | 'body'): Found[] {
  return sought
    .flatMap((one, number) => (isSoughtIn(one, place) ? [...findLeaf(tokens, one, number)] : []))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function toMarks(tokens: readonly Token[], found: readonly Found[], cut = 0): [number, number][] {
  const marks: [number, number][] = [];
  for (const { from, to } of found) {
    const start = tokens[from]!.start - cut;
    const end = tokens[to]!.end - cut;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

export type MarkedArticle = {
  readonly title: MarkedText;
  readonly body: MarkedText[];
  /** True when everything that is sought stands somewhere in it; `some` when anything does. */
  readonly whole: boolean;
  readonly some: boolean;
};

/** The whole of an article with the query's words marked. */
export function markArticle(title: string, blocks: readonly string[], sought: readonly Sought[]): MarkedArticle {
  const mayBe = candidatesFor(sought);
  const met = new Set<number>();
  const marked = (text: string, place: 'title' | 'body'): MarkedText => {
    const tokens = tokenize(text, mayBe);
    const found = findAll(tokens, sought, place);
    for (const { leaf } of found) met.add(leaf);
    return { text, marks: toMarks(tokens, found) };
  };
  const texts = { title: marked(title, 'title'), body: blocks.map((text) => marked(text, 'body')) };
  return { ...texts, whole: met.size === sought.length, some: met.size > 0 };
}

export type TextMatch = {
  readonly match: MatchKind;
  readonly snippet: MarkedText;
  /** What of the query stands in the title. */
  readonly titleMarks: MarkedText['marks'];
  /** Words that were met otherwise than as they were asked for. */
  readonly why: Reason[];
  /** Where the leaves stand, in the order of the text, counted in words: title first, then block after block. */
  readonly places: readonly { readonly position: number; readonly word: number }[];
};

/** Snippet length aimed at, in UTF-16 code units, and how much of it stands before the first mark. */
const SNIPPET = 180;
const LEAD = 40;
/** So much of a text is looked into when all of a query was met in it, and when some of it was: UTF-16 units. */
const READ = { all: 50_000, some: 200_000 };
/** Reasons told of one hit. */
const REASONS = 4;

/** Readings of the text that stand beside it: corrections that people marked. */
export type Readings = { readonly title: readonly string[]; readonly body: readonly string[] };
const noReadings: Readings = { title: [], body: [] };

/** How closely a title and body match (the loosest of each leaf's closest place), with a snippet from the block that holds the most leaves. */
export function matchTexts(title: string, blocks: readonly string[], sought: readonly Sought[], beside: Readings = noReadings): TextMatch {
  const best = new Map<number, { kind: MatchKind; found: string }>();
  const places: { position: number; word: number }[] = [];
  let chosen: (Piece & { tokens: Token[]; found: Found[]; worth: number }) | undefined;
  let titleMarks: MarkedText['marks'] = [];
  let before = 0;
  let read = 0;
  const mayBe = candidatesFor(sought);
  const whole = (text: string): Piece => ({ text, follows: false, goesOn: false });
  const texts = [whole(title), ...blocks.flatMap(piecesOf), ...beside.body.map(whole), ...beside.title.map(whole)];
  for (const [place, piece] of texts.entries()) {
    // A book is read on only for what has not been met in it, and to its end when that is all of it.
    if (best.size > 0 && read > (best.size === sought.length ? READ.all : READ.some)) break;
    const { text } = piece;
    const tokens = tokenize(text, mayBe);
    const found = findAll(tokens, sought, place === 0 || place >= texts.length - beside.title.length ? 'title' : 'body');
    for (const { leaf, kind, from, to } of found) {
      const known = best.get(leaf)?.kind;
      if (known === undefined || (known !== kind && closer(kind, known) === kind)) {
        best.set(leaf, { kind, found: text.slice(tokens[from]!.start, tokens[to]!.end) });
      }
      places.push({ position: before + from, word: leaf });
    }
    before += tokens.length;
    read += text.length;
    if (place === 0) titleMarks = toMarks(tokens, found);
    const worth = new Set(found.map((one) => one.leaf)).size;
    if (place > 0 && worth > (chosen?.worth ?? 0)) chosen = { ...piece, tokens, found, worth };
  }
  const match = [...best.values()].reduce<MatchKind>((all, { kind }) => looser(all, kind), 'exact');
  const why = sought.flatMap(({ leaf }, number): Reason[] => {
    const met = best.get(number);
    const asked = leaf.words.map((word) => word.text).join(' ');
    if (met === undefined || met.kind === 'exact' || met.found === asked) return [];
    const goesOn = leaf.prefix && met.kind === 'stem' && foldWord(met.found).startsWith(foldWord(asked));
    return [{ asked, found: met.found, match: goesOn ? 'prefix' : met.kind }];
  });
  const snippet = chosen ? snippetOf(chosen) : plainSnippet(blocks[0] ?? title);
  return { match, why: why.slice(0, REASONS), snippet, titleMarks, places };
}

/** A text without end is looked into a piece at a time: UTF-16 units. */
const PIECES = { long: 1 << 15, stretch: 1 << 14 };
type Piece = { readonly text: string /** Something stands before it, or after it. */; readonly follows: boolean; readonly goesOn: boolean };

const piecesOf = (text: string): Piece[] =>
  stretchEnds(text, PIECES).map((end, n, ends) => {
    const start = ends[n - 1] ?? 0;
    return { text: text.slice(start, end), follows: start > 0, goesOn: end < text.length };
  });

function plainSnippet(text: string): MarkedText {
  return cutAt({ text, follows: false, goesOn: false }, tokenize(text.slice(0, SNIPPET * 2)), [], 0);
}

function snippetOf({ tokens, found, ...piece }: Piece & { tokens: Token[]; found: Found[] }): MarkedText {
  const first = tokens[found[0]!.from]!.start;
  return cutAt(piece, tokens, found, Math.max(0, first - LEAD));
}

/** Cuts at word edges, so that no cluster is split and every mark stays whole. */
function cutAt({ text, follows, goesOn }: Piece, tokens: readonly Token[], found: readonly Found[], wish: number): MarkedText {
  const start = wish === 0 ? 0 : (tokens.find((token) => token.start >= wish)?.start ?? 0);
  let end = text.length;
  if (text.length > start + SNIPPET) {
    const fitting = tokens.filter((token) => token.start >= start && token.end <= start + SNIPPET);
    end = fitting.at(-1)?.end ?? Math.min(text.length, start + SNIPPET);
  }
  const inside = found.filter((one) => tokens[one.from]!.start >= start && tokens[one.to]!.end <= end);
  const before = start > 0 || follows ? '… ' : '';
  const after = end < text.length || goesOn ? ' …' : '';
  return { text: before + text.slice(start, end) + after, marks: toMarks(tokens, inside, start - before.length) };
}
