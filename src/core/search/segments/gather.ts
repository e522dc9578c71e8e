// Words of new documents, held in memory until they are written as one segment.
import { compareBytes, encodeTerm } from './letters.ts';
import { type Field, type Form, ListWriter, type Variant, fields } from './postings.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** What the index takes of a word: three terms that stand at one place. */
export type Word = { readonly exact: string; readonly folded: string; readonly stem: string };
export type Words = { readonly [field in Field]?: readonly Word[] };

type Spelling = Word & { readonly id: number; readonly stemId: number; readonly formId: number };

export class Gather {
  #tokens = new Uint32Array(1 << 12);
  #size = 0;
  /** For each document its row and its number of words in each field. */
  readonly #rows: number[] = [];
  readonly #lengths: number[] = [];
  readonly #byExact = new Map<string, Spelling>();
  readonly #byAll = new Map<string, Spelling>();
  readonly #spellings: Spelling[] = [];
  readonly #stems = new Map<string, number>();
  readonly #forms = new Map<string, number>();

  get documents(): number {
    return this.#rows.length;
  }

  get words(): number {
    return this.#size;
  }

  add(row: number, words: Words): void {
    this.#rows.push(row);
    for (const field of fields) {
      const list = words[field] ?? [];
      this.#lengths.push(list.length);
      if (this.#size + list.length > this.#tokens.length) this.#widen(list.length);
      for (const word of list) this.#tokens[this.#size++] = this.#spelling(word).id;
    }
  }

  /** Whether a row that is not written yet is among them: those are written before one is taken out again. */
  has(row: number): boolean {
    return this.#rows.includes(row);
  }

  #spelling(word: Word): Spelling {
    const known = this.#byExact.get(word.exact);
    if (known && known.folded === word.folded && known.stem === word.stem) return known;
    // Nearly always a spelling has one analysis; where it has several, each is a spelling of its own.
    const key = `${word.exact}\0${word.folded}\0${word.stem}`;
    let spelling = this.#byAll.get(key);
    if (!spelling) {
      const { exact, folded, stem } = word;
      const stemId = numberOf(this.#stems, stem);
      spelling = { exact, folded, stem, id: this.#spellings.length, stemId, formId: numberOf(this.#forms, `${folded}\0${stem}`) };
      this.#spellings.push(spelling);
      this.#byAll.set(key, spelling);
    }
    if (!known) this.#byExact.set(word.exact, spelling);
    return spelling;
  }

  #widen(by: number): void {
    const wider = new Uint32Array(Math.max(this.#tokens.length * 2, this.#size + by));
    wider.set(this.#tokens.subarray(0, this.#size));
    this.#tokens = wider;
  }

  write(writer: SegmentWriter): void {
    const count = this.#rows.length;
    const lengths = fields.map((_, field) =>
      Uint32Array.from({ length: count }, (_none, doc) => this.#lengths[doc * fields.length + field]!),
    );
    writer.documents(Uint32Array.from(this.#rows), lengths);
    const stems = [...this.#stems.keys()].sort();
    const places = this.#byStem(stems);
    const list = new ListWriter();
    const folded: { bytes: Uint8Array; df: number; number: number }[] = [];
    for (const [at, stem] of stems.entries()) {
      const { forms, variants } = gatherList(list, places, places.starts[at]!, places.starts[at + 1]!, this.#spellings);
      const first = writer.stem(encodeTerm(stem), forms, variants, list);
      for (const [n, form] of forms.entries()) folded.push({ bytes: form.folded, df: form.df, number: first + n });
    }
    folded.sort((a, b) => compareBytes(a.bytes, a.bytes.length, b.bytes, b.bytes.length) || a.number - b.number);
    for (const { bytes, df, number } of folded) writer.form(bytes, df, number);
    writer.finish();
  }

  /** All words sorted by stem, those of one stem in the order of documents, fields and positions: a counting sort. */
  #byStem(stems: readonly string[]): Places {
    const rank = new Uint32Array(stems.length);
    for (const [at, stem] of stems.entries()) rank[this.#stems.get(stem)!] = at;
    const rankOf = Uint32Array.from(this.#spellings, ({ stemId }) => rank[stemId]!);
    const starts = new Uint32Array(stems.length + 1);
    for (let at = 0; at < this.#size; at++) starts[rankOf[this.#tokens[at]!]! + 1]!++;
    for (let at = 0; at < stems.length; at++) starts[at + 1]! += starts[at]!;
    const next = starts.slice();
    const sorted = { starts, doc: new Uint32Array(this.#size), field: new Uint8Array(this.#size), position: new Uint32Array(this.#size) };
    const spelling = new Uint32Array(this.#size);
    let at = 0;
    for (let part = 0; part < this.#lengths.length; part++) {
      const doc = Math.floor(part / fields.length);
      const field = part % fields.length;
      for (let position = 0; position < this.#lengths[part]!; position++, at++) {
        const token = this.#tokens[at]!;
        const to = next[rankOf[token]!]!++;
        sorted.doc[to] = doc;
        sorted.field[to] = field;
        sorted.position[to] = position;
        spelling[to] = token;
      }
    }
    return { ...sorted, spelling };
  }
}

type Places = {
  /** Where each stem's places begin. */
  readonly starts: Uint32Array;
  readonly doc: Uint32Array;
  readonly field: Uint8Array;
  readonly position: Uint32Array;
  readonly spelling: Uint32Array;
};

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

type Seen = { readonly spelling: Spelling; count: number; df: number; lastDoc: number; number: number };

/** Puts one stem's places into the list. */
function gatherList(
  list: ListWriter,
  places: Places,
  start: number,
  end: number,
  spellings: readonly Spelling[],
): { forms: Form[]; variants: Variant[] } {
  const seen = seenSpellings(places, start, end, spellings);
  const forms = new Map<number, { folded: Uint8Array; df: number; lastDoc: number; number: number }>();
  for (const { spelling } of seen.values()) {
    if (!forms.has(spelling.formId))
      forms.set(spelling.formId, { folded: encodeTerm(spelling.folded), df: 0, lastDoc: -1, number: forms.size });
  }
  list.begin();
  for (let from = start; from < end; ) {
    const doc = places.doc[from]!;
    let to = from + 1;
    while (to < end && places.doc[to] === doc) to++;
    list.document(doc);
    for (let at = from; at < to; at++) {
      const token = places.spelling[at]!;
      const field = places.field[at]!;
      if (standsBefore(places, from, at, token, field)) continue;
      const one = seen.get(token)!;
      writeEntry(list, places, at, to, one.number);
      countOnce(one, doc);
      countOnce(forms.get(one.spelling.formId)!, doc);
    }
    from = to;
  }
  const variants = [...seen.values()].map(({ spelling, df }) => {
    const { folded, number } = forms.get(spelling.formId)!;
    return { form: number, exact: spelling.exact === spelling.folded ? folded : encodeTerm(spelling.exact), df };
  });
  return { forms: [...forms.values()], variants };
}

/** Frequent spellings get the small numbers, which take less room. */
function seenSpellings(places: Places, start: number, end: number, spellings: readonly Spelling[]): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (let at = start; at < end; at++) {
    const token = places.spelling[at]!;
    const one = seen.get(token);
    if (one) one.count++;
    else seen.set(token, { spelling: spellings[token]!, count: 1, df: 0, lastDoc: -1, number: 0 });
  }
  if (seen.size === 1) return seen;
  const ordered = [...seen].sort(([, a], [, b]) => b.count - a.count);
  for (const [number, [, one]] of ordered.entries()) one.number = number;
  return new Map(ordered);
}

function standsBefore(places: Places, from: number, at: number, token: number, field: number): boolean {
  for (let before = from; before < at; before++) if (places.spelling[before] === token && places.field[before] === field) return true;
  return false;
}

/** The occurrences of one spelling in one field of one document, of which the first is at `at`. */
function writeEntry(list: ListWriter, { spelling, field, position }: Places, at: number, to: number, number: number): void {
  let count = 0;
  for (let next = at; next < to; next++) if (spelling[next] === spelling[at] && field[next] === field[at]) count++;
  list.entry(number, field[at]!, count);
  let last = -1;
  for (let next = at; count > 0; next++) {
    if (spelling[next] !== spelling[at] || field[next] !== field[at]) continue;
    list.positions.varint(position[next]! - last - 1);
    last = position[next]!;
    count--;
  }
}

function countOnce(one: { df: number; lastDoc: number }, doc: number): void {
  if (one.lastDoc === doc) return;
  one.lastDoc = doc;
  one.df++;
}
