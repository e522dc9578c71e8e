// Words of new documents, held in memory until they are written as one segment.
import { compareBytes, encodeTerm } from './letters.ts';
import { type Field, type Form, ListWriter, type Variant, fields } from './postings.ts';
import type { SegmentWriter } from './segment-writer.ts';
import type { Spelling, Spellings, Word } from './spellings.ts';

export type Words = { readonly [field in Field]?: readonly Word[] };

/** Stems written in one go. */
const STEP = 64;

export class Gather {
  readonly #spellings: Spellings;
  /** The numbers of all words' spellings, document by document, field by field. */
  #tokens = new Uint32Array(1 << 12);
  #size = 0;
  readonly rows: number[] = [];
  /** Number of words in each field of each document. */
  readonly #lengths: number[] = [];

  constructor(spellings: Spellings) {
    this.#spellings = spellings;
  }

  get documents(): number {
    return this.rows.length;
  }

  get words(): number {
    return this.#size;
  }

  add(row: number, words: Words): void {
    this.rows.push(row);
    for (const field of fields) {
      const list = words[field] ?? [];
      this.#lengths.push(list.length);
      if (this.#size + list.length > this.#tokens.length) this.#widen(list.length);
      const tokens = this.#tokens;
      let at = this.#size;
      for (const word of list) tokens[at++] = this.#spellings.numberOf(word);
      this.#size = at;
    }
  }

  /** Whether the row is among those that are not written yet. */
  has(row: number): boolean {
    return this.rows.includes(row);
  }

  #widen(by: number): void {
    const wider = new Uint32Array(Math.max(this.#tokens.length * 2, this.#size + by));
    wider.set(this.#tokens.subarray(0, this.#size));
    this.#tokens = wider;
  }

  /** Everything but the last step, which lists the segment. May be left at each yield and taken up later. */
  *write(writer: SegmentWriter): Generator<void> {
    const count = this.rows.length;
    const words = fields.map(() => new Uint32Array(count));
    for (let at = 0; at < this.#lengths.length; at++) words[at % fields.length]![Math.floor(at / fields.length)] = this.#lengths[at]!;
    writer.documents(Uint32Array.from(this.rows), words);
    const { stems, starts, places } = this.#byStem();
    const list = new ListWriter();
    const folded: { bytes: Uint8Array; df: number; number: number }[] = [];
    for (let at = 0; at < stems.length; at++) {
      const { forms, variants } = writeList(list, places, starts[at]! * PLACE, starts[at + 1]! * PLACE, this.#spellings.all);
      const first = writer.stem(encodeTerm(stems[at]!), forms, variants, list);
      for (let n = 0; n < forms.length; n++) folded.push({ bytes: forms[n]!.folded, df: forms[n]!.df, number: first + n });
      if (at % STEP === STEP - 1) yield;
    }
    folded.sort((a, b) => compareBytes(a.bytes, a.bytes.length, b.bytes, b.bytes.length) || a.number - b.number);
    for (const { bytes, df, number } of folded) writer.form(bytes, df, number);
  }

  /** All words sorted by stem, those of one stem in the order of documents, fields and positions: a counting sort. */
  #byStem(): { stems: string[]; starts: Uint32Array; places: Places } {
    const { stems: known, stemOf } = this.#spellings;
    const counts = new Uint32Array(known.length);
    const numbers: number[] = [];
    for (let at = 0; at < this.#size; at++) {
      const stem = stemOf[this.#tokens[at]!]!;
      if (counts[stem]!++ === 0) numbers.push(stem);
    }
    numbers.sort((a, b) => (known[a]! < known[b]! ? -1 : 1));
    const starts = new Uint32Array(numbers.length + 1);
    const next = new Uint32Array(known.length);
    for (const [at, stem] of numbers.entries()) {
      next[stem] = starts[at]!;
      starts[at + 1] = starts[at]! + counts[stem]!;
    }
    const places = new Uint32Array(this.#size * PLACE);
    const tokens = this.#tokens;
    let at = 0;
    for (let part = 0; part < this.#lengths.length; part++) {
      const field = part % fields.length;
      const spot = ((part - field) / fields.length) * SPOT + field;
      const length = this.#lengths[part]!;
      for (let position = 0; position < length; position++, at++) {
        const token = tokens[at]!;
        const to = next[stemOf[token]!]!++ * PLACE;
        places[to] = spot;
        places[to + 1] = token;
        places[to + 2] = position;
      }
    }
    return { stems: numbers.map((stem) => known[stem]!), starts, places };
  }
}

/** Three numbers each: document and field in one, spelling, position. Side by side, for they are written and read in one go. */
type Places = Uint32Array;
const PLACE = 3;
/** Fields of a document are told apart by what is left of dividing by this. */
const SPOT = 4;

type Counted = { df: number; lastDoc: number };
type SeenForm = Form & Counted & { readonly number: number };
type SeenSpelling = Counted & { readonly spelling: Spelling; readonly form: SeenForm; readonly number: number };

/** Puts one stem's places into the list; gives its spellings as the postings number them. */
function writeList(
  list: ListWriter,
  places: Places,
  start: number,
  end: number,
  all: readonly Spelling[],
): { forms: Form[]; variants: Variant[] } {
  const { forms, seen } = seenIn(places, start, end, all);
  const [only] = seen.values();
  list.begin();
  for (let from = start; from < end; ) {
    const doc = docOf(places[from]!);
    let to = from + PLACE;
    while (to < end && docOf(places[to]!) === doc) to += PLACE;
    list.document(doc);
    for (let at = from; at < to; at += PLACE) {
      if (at > from && standsBefore(places, from, at)) continue;
      const one = seen.size === 1 ? only! : seen.get(places[at + 1]!)!;
      writeEntry(list, places, at, to, one.number);
      countOnce(one, doc);
      countOnce(one.form, doc);
    }
    from = to;
  }
  const variants: Variant[] = [];
  for (const { spelling, form, df } of seen.values()) {
    variants.push({ form: form.number, exact: spelling.exact === spelling.folded ? form.folded : encodeTerm(spelling.exact), df });
  }
  return { forms, variants };
}

const docOf = (spot: number): number => Math.floor(spot / SPOT);

/** By number of the spelling. Frequent ones get the small numbers, which take less room in the postings. */
function seenIn(
  places: Places,
  start: number,
  end: number,
  all: readonly Spelling[],
): { forms: SeenForm[]; seen: Map<number, SeenSpelling> } {
  const forms = new Map<number, SeenForm>();
  const seen = new Map<number, SeenSpelling>();
  for (const token of byFrequency(places, start, end)) {
    const spelling = all[token]!;
    let form = forms.get(spelling.formNumber);
    if (!form) forms.set(spelling.formNumber, (form = { folded: encodeTerm(spelling.folded), number: forms.size, df: 0, lastDoc: -1 }));
    seen.set(token, { spelling, form, number: seen.size, df: 0, lastDoc: -1 });
  }
  return { forms: [...forms.values()], seen };
}

function byFrequency(places: Places, start: number, end: number): number[] {
  const first = places[start + 1]!;
  let at = start + PLACE;
  while (at < end && places[at + 1] === first) at += PLACE;
  if (at === end) return [first];
  const counts = new Map<number, number>();
  for (at = start; at < end; at += PLACE) counts.set(places[at + 1]!, (counts.get(places[at + 1]!) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([token]) => token);
}

/** The same spelling in the same field, of places of one document. */
const isAlike = (places: Places, one: number, other: number): boolean =>
  places[one + 1] === places[other + 1] && places[one] === places[other];

/** Whether the document has the spelling in the same field already. */
function standsBefore(places: Places, from: number, at: number): boolean {
  for (let before = from; before < at; before += PLACE) if (isAlike(places, before, at)) return true;
  return false;
}

/** The occurrences of one spelling in one field of one document, of which the first is at `at`. */
function writeEntry(list: ListWriter, places: Places, at: number, to: number, number: number): void {
  let count = 0;
  for (let next = at; next < to; next += PLACE) if (isAlike(places, next, at)) count++;
  list.entry(number, places[at]! % SPOT, count);
  let last = -1;
  for (let next = at; count > 0; next += PLACE) {
    if (!isAlike(places, next, at)) continue;
    list.places.varint(places[next + 2]! - last - 1);
    last = places[next + 2]!;
    count--;
  }
}

function countOnce(one: Counted, doc: number): void {
  if (one.lastDoc === doc) return;
  one.lastDoc = doc;
  one.df++;
}
