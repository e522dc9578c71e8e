// Several segments become one. A generator: it may be left at each yield and taken up later, in another transaction.
import type { DatabaseSync } from 'node:sqlite';
import { ByteSource } from './bytes.ts';
import type { DictionaryCursor } from './dictionary.ts';
import { compareBytes, sameBytes } from './letters.ts';
import { BLOCK, type Form, ListWriter, type PostingList, type Variant, fields } from './postings.ts';
import type { Segment } from './segment.ts';
import { type SegmentWriter, writeSegment } from './segment-writer.ts';

/** For documents and forms that are not taken over. */
export const GONE = 0xffffffff;

type Input = {
  readonly segment: Segment;
  /** The new number of each document. */
  readonly docs: Uint32Array;
  /** The new number of each form. */
  readonly forms: Uint32Array;
};

export type Merged = { readonly segment: Segment; readonly docs: Uint32Array }[];

/** Documents that are dead when it begins are left out. Gives the new numbers of the others. */
export function* mergeSegments(db: DatabaseSync, segments: readonly Segment[], id: number): Generator<void, Merged> {
  const writer = writeSegment(db, id);
  const inputs = numbered(segments);
  yield* writeDocuments(writer, inputs);
  const dfs = yield* mergeStems(writer, inputs);
  yield* mergeForms(writer, inputs, dfs);
  writer.finish();
  return inputs.map(({ segment, docs }) => ({ segment, docs }));
}

function numbered(segments: readonly Segment[]): Input[] {
  let next = 0;
  return segments.map((segment) => {
    const docs = new Uint32Array(segment.count);
    for (let doc = 0; doc < docs.length; doc++) docs[doc] = segment.dead.has(doc) ? GONE : next++;
    return { segment, docs, forms: new Uint32Array(segment.formCount).fill(GONE) };
  });
}

function* writeDocuments(writer: SegmentWriter, inputs: readonly Input[]): Generator<void> {
  const count = inputs.reduce((sum, { segment }) => sum + segment.live, 0);
  const [rows, ...words] = [new Uint32Array(count), ...fields.map(() => new Uint32Array(count))] as [Uint32Array, ...Uint32Array[]];
  for (const { segment, docs } of inputs) {
    for (let doc = 0; doc < docs.length; doc++) {
      const to = docs[doc]!;
      if (to === GONE) continue;
      rows[to] = segment.rows[doc]!;
      for (const [field, counts] of words.entries()) counts[to] = segment.words[field]![doc]!;
    }
    yield;
  }
  writer.documents(rows, words);
}

/** The cursors that stand on the first of all terms, in the order of the inputs; none at the end. */
function firstOf(cursors: readonly (DictionaryCursor | undefined)[]): number[] {
  let first: DictionaryCursor | undefined;
  let at: number[] = [];
  for (const [n, cursor] of cursors.entries()) {
    if (!cursor) continue;
    const order = first ? compareBytes(cursor.term, cursor.length, first.term, first.length) : -1;
    if (order < 0) [first, at] = [cursor, [n]];
    else if (order === 0) at.push(n);
  }
  return at;
}

/** Gives the df of each form of the new segment. */
function* mergeStems(writer: SegmentWriter, inputs: readonly Input[]): Generator<void, number[]> {
  const cursors: (DictionaryCursor | undefined)[] = inputs.map(({ segment }) => segment.stems.all());
  const advance = (n: number): void => {
    if (!cursors[n]!.next()) cursors[n] = undefined;
  };
  for (const n of cursors.keys()) advance(n);
  const dfs: number[] = [];
  const list = new ListWriter();
  for (let at = firstOf(cursors); at.length > 0; at = firstOf(cursors)) {
    const sources = at.map((n) => {
      const cursor = cursors[n]!;
      const from = cursor.before[2]!;
      const { segment } = inputs[n]!;
      return {
        input: inputs[n]!,
        list: segment.list(cursor),
        positions: segment.positions(from, 0, cursor.values[2]!),
        formsFrom: cursor.before[3]!,
      };
    });
    const heads = mergeHeads(sources.map((source) => source.list));
    list.begin();
    for (let n = 0; n < sources.length; n++) {
      const source = sources[n]!;
      let position = 0;
      for (let block = 0; block < source.list.blocks; block++) {
        position = copyBlock(list, source, block, position, heads, heads.variantOf[n]!);
        // A frequent stem is too much for one slice.
        if (block % 8 === 7) yield;
      }
    }
    if (list.df > 0) {
      const first = writer.stem(cursors[at[0]!]!.bytes.slice(), heads.forms, heads.variants, list);
      for (const [n, { input, list: old, formsFrom }] of sources.entries()) {
        for (let form = 0; form < old.forms.length; form++) input.forms[formsFrom + form] = first + heads.formOf[n]![form]!;
      }
      for (const { df } of heads.forms) dfs.push(df);
    }
    for (const n of at) advance(n);
    yield;
  }
  return dfs;
}

type Counted = { df: number; lastDoc: number };
type Heads = {
  readonly forms: (Form & Counted)[];
  readonly variants: (Variant & Counted)[];
  /** For each source the new numbers of its forms and variants. */
  readonly formOf: number[][];
  readonly variantOf: number[][];
};

/** The spellings of all, those of the first source first, so that they keep their small numbers; what is new comes after. */
function mergeHeads(lists: readonly PostingList[]): Heads {
  const heads: Heads = { forms: [], variants: [], formOf: [], variantOf: [] };
  const forms = new Map<string, number>();
  const variants = new Map<string, number>();
  // Most stems are rare: they stand in one source, or have one spelling.
  const single = lists.length === 1;
  for (const list of lists) {
    const formOf: number[] = [];
    const variantOf: number[] = [];
    for (const { folded } of list.forms) {
      formOf.push(numberIn(forms, single ? undefined : keyOf(folded), heads.forms.length));
      if (formOf.at(-1) === heads.forms.length) heads.forms.push({ folded, df: 0, lastDoc: -1 });
    }
    for (const { form, exact } of list.variants) {
      const to = formOf[form]!;
      const { folded } = heads.forms[to]!;
      variantOf.push(numberIn(variants, single ? undefined : `${to} ${keyOf(exact)}`, heads.variants.length));
      if (variantOf.at(-1) !== heads.variants.length) continue;
      heads.variants.push({ form: to, exact: sameBytes(exact, folded) ? folded : exact, df: 0, lastDoc: -1 });
    }
    heads.formOf.push(formOf);
    heads.variantOf.push(variantOf);
  }
  return heads;
}

const keyOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** The number of a key, `next` when it is new; without a key always that. */
function numberIn(numbers: Map<string, number>, key: string | undefined, next: number): number {
  if (key === undefined) return next;
  const known = numbers.get(key);
  if (known === undefined) numbers.set(key, next);
  return known ?? next;
}

const docs = new Uint32Array(BLOCK);

type Source = { readonly input: Input; readonly list: PostingList; readonly positions: Uint8Array };

/** A block's postings with the new numbers; positions are copied as they are, those from `from` on. Gives where they end. */
function copyBlock(
  to: ListWriter,
  { input, list, positions }: Source,
  block: number,
  from: number,
  { variants, forms }: Heads,
  variantOf: readonly number[],
): number {
  const entries = new ByteSource(list.bytes, list.documents(block, docs));
  const size = list.sizeOf(block);
  const places = new ByteSource(positions, from);
  for (let place = 0; place < size; place++) {
    const doc = input.docs[docs[place]!]!;
    const length = places.varint();
    const start = places.at;
    places.at += length;
    if (doc !== GONE) {
      to.document(doc);
      to.places.copy(positions, start, places.at);
    }
    for (let last = 0; last === 0; ) {
      const code = entries.varint();
      last = code & 1;
      let count = ((code >>> 1) & 3) + 1;
      let field = 0;
      if (count === 4) {
        const more = entries.varint();
        count = more >>> 2;
        field = more & 3;
      }
      if (doc === GONE) continue;
      const number = variantOf[code >>> 3]!;
      const variant = variants[number]!;
      to.entry(number, field, count);
      countOnce(variant, doc);
      countOnce(forms[variant.form]!, doc);
    }
  }
  return places.at;
}

function countOnce(one: Counted, doc: number): void {
  if (one.lastDoc === doc) return;
  one.lastDoc = doc;
  one.df++;
}

function* mergeForms(writer: SegmentWriter, inputs: readonly Input[], dfs: readonly number[]): Generator<void> {
  const cursors: (DictionaryCursor | undefined)[] = inputs.map(({ segment }) => segment.forms.all());
  const advance = (n: number): void => {
    if (!cursors[n]!.next()) cursors[n] = undefined;
  };
  for (const n of cursors.keys()) advance(n);
  for (let at = firstOf(cursors); at.length > 0; at = firstOf(cursors)) {
    const term = cursors[at[0]!]!.bytes.slice();
    const numbers = new Set<number>();
    for (const n of at) {
      for (let cursor = cursors[n]; cursor && sameBytes(cursor.bytes, term); cursor = cursors[n]) {
        numbers.add(inputs[n]!.forms[cursor.values[1]!]!);
        advance(n);
      }
    }
    numbers.delete(GONE);
    for (const number of [...numbers].sort((a, b) => a - b)) if (dfs[number]! > 0) writer.form(term, dfs[number]!, number);
    yield;
  }
}
