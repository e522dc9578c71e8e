// Where one stem stands: documents, and in each the spellings, fields, counts and positions.
//
// One list serves all layers. Its head names the spellings (variants) that were seen of the stem, grouped by their folded form;
// each posting says which of them it is of. So the folded and the exact layer cost a few bits a posting and no lists of their own.
//
//   head:      for each form: folded, df · number of variants · for each: its form, its spelling (empty: as folded), df
//   skips:     only when there is more than one block; for each: last document, bytes, bytes of positions
//   blocks:    of 128 documents: steps from one to the next · for each document its entries
//   entry:     bit 0: the document's last · bits 1–2: count − 1 of occurrences in the body · above: variant;
//              3 in bits 1–2: field and count follow
//   positions: in a stream of their own, for each document: how many bytes follow, so that they are passed over in one step · for each
//              entry: steps from one to the next
import { ByteSink, ByteSource } from './bytes.ts';

/** Fields by number, as postings have them. */
export const fields = ['body', 'title', 'notes'] as const;
export type Field = (typeof fields)[number];

export const BLOCK = 128;

/** Writes one list after another. Per document: `document`, then for each spelling and field `entry` and as many positions. */
export class ListWriter {
  /** Positions of the document at hand: the caller adds to them right after `entry`. */
  readonly places = new ByteSink();
  /** Positions of the list at hand, up to the last document. */
  readonly positions = new ByteSink();
  /** Number of documents so far. */
  df = 0;
  readonly #docs = new ByteSink();
  readonly #entries = new ByteSink();
  readonly #blocks = new ByteSink();
  readonly #skips = new ByteSink();
  #last = -1;
  #lastOfBlock = -1;
  #inBlock = 0;
  #positionsBefore = 0;
  // An entry is written when it is known whether it is its document's last.
  #variant = -1;
  #field = 0;
  #count = 0;

  begin(): void {
    for (const sink of [this.places, this.positions, this.#docs, this.#entries, this.#blocks, this.#skips]) sink.clear();
    this.#last = this.#lastOfBlock = this.#variant = -1;
    this.df = this.#inBlock = this.#positionsBefore = 0;
  }

  document(doc: number): void {
    this.#closeDocument();
    if (this.#inBlock === BLOCK) this.#closeBlock();
    this.#docs.varint(doc - this.#last - 1);
    this.#last = doc;
    this.#inBlock++;
    this.df++;
  }

  entry(variant: number, field: number, count: number): void {
    this.#writeEntry(0);
    this.#variant = variant;
    this.#field = field;
    this.#count = count;
  }

  #writeEntry(last: 0 | 1): void {
    const variant = this.#variant;
    if (variant < 0) return;
    this.#variant = -1;
    if (this.#field === 0 && this.#count <= 3) this.#entries.varint(((variant << 3) | ((this.#count - 1) << 1) | last) >>> 0);
    else {
      this.#entries.varint(((variant << 3) | 6 | last) >>> 0);
      this.#entries.varint(this.#count * 4 + this.#field);
    }
  }

  #closeDocument(): void {
    if (this.#variant < 0) return;
    this.#writeEntry(1);
    this.positions.varint(this.places.length);
    this.positions.append(this.places);
    this.places.clear();
  }

  #closeBlock(): void {
    this.#skips.varint(this.#last - this.#lastOfBlock);
    this.#skips.varint(this.#docs.length + this.#entries.length);
    this.#skips.varint(this.positions.length - this.#positionsBefore);
    this.#blocks.append(this.#docs);
    this.#blocks.append(this.#entries);
    this.#docs.clear();
    this.#entries.clear();
    this.#lastOfBlock = this.#last;
    this.#positionsBefore = this.positions.length;
    this.#inBlock = 0;
  }

  /** Adds what was written to a record that holds the head. */
  finish(record: ByteSink): void {
    this.#closeDocument();
    this.#closeBlock();
    if (this.df > BLOCK) record.append(this.#skips);
    record.append(this.#blocks);
  }
}

/** A spelling of a stem. */
export type Variant = { readonly form: number; readonly exact: Uint8Array; readonly df: number };
export type Form = { readonly folded: Uint8Array; readonly df: number };

export function writeHead(record: ByteSink, forms: readonly Form[], variants: readonly Variant[]): void {
  for (const { folded, df } of forms) {
    record.sized(folded);
    record.varint(df);
  }
  record.varint(variants.length);
  for (const { form, exact, df } of variants) {
    record.varint(form);
    if (forms[form]!.folded === exact) record.varint(0);
    else record.sized(exact);
    record.varint(df);
  }
}

type Numbers = { [at: number]: number };

/** One stem's list in one segment. */
export class PostingList {
  readonly df: number;
  readonly forms: readonly Form[];
  readonly variants: readonly Variant[];
  readonly blocks: number;
  readonly bytes: Uint8Array;
  /** The last document of each block. */
  readonly last: Numbers;
  /** Where the positions of each block begin, within the list's. */
  readonly positionsAt: Numbers;
  readonly #starts: Numbers;

  constructor(record: Uint8Array, df: number, formCount: number) {
    const source = new ByteSource(record);
    this.bytes = record;
    this.df = df;
    const forms: Form[] = [];
    for (let form = 0; form < formCount; form++) forms.push({ folded: source.sized(), df: source.varint() });
    const variants: Variant[] = [];
    for (let left = source.varint(); left > 0; left--) {
      const form = source.varint();
      const spelled = source.sized();
      variants.push({ form, exact: spelled.length === 0 ? forms[form]!.folded : spelled, df: source.varint() });
    }
    this.forms = forms;
    this.variants = variants;
    this.blocks = Math.ceil(df / BLOCK);
    if (this.blocks === 1) {
      this.last = [0xffffffff];
      this.positionsAt = [0];
      this.#starts = [source.at];
      return;
    }
    this.last = new Uint32Array(this.blocks);
    this.positionsAt = new Uint32Array(this.blocks);
    this.#starts = new Uint32Array(this.blocks);
    let last = -1;
    let start = 0;
    let position = 0;
    for (let block = 0; block < this.blocks; block++) {
      this.last[block] = last += source.varint();
      this.#starts[block] = start;
      start += source.varint();
      this.positionsAt[block] = position;
      position += source.varint();
    }
    for (let block = 0; block < this.blocks; block++) this.#starts[block]! += source.at;
  }

  sizeOf(block: number): number {
    return block < this.blocks - 1 ? BLOCK : this.df - block * BLOCK;
  }

  /** Fills `into` with the block's documents. Gives where in `bytes` their entries begin. */
  documents(block: number, into: Uint32Array): number {
    const { bytes } = this;
    const size = this.sizeOf(block);
    let at = this.#starts[block]!;
    let doc = block === 0 ? -1 : this.last[block - 1]!;
    for (let n = 0; n < size; n++) {
      let step = bytes[at++]!;
      if (step >= 128) {
        step &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++]!;
          step |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      into[n] = doc += step + 1;
    }
    return at;
  }
}

/** Where one document's entries end that begin at `start`. */
export function afterEntries(bytes: Uint8Array, start: number): number {
  for (let at = start; ; ) {
    const code = bytes[at++]!;
    if (code >= 128) while (bytes[at++]! >= 128);
    if ((code & 6) === 6) while (bytes[at++]! >= 128);
    if (code & 1) return at;
  }
}
