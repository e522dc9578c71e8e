// One segment as it is read. Immutable but for the bits of documents that were taken out.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { DamagedRow } from '../database.ts';
import { ByteSource } from './bytes.ts';
import { type ChunkReader, type Stream, streams } from './chunks.ts';
import type { Vocabulary } from '../../arabic/vocabulary.ts';
import { Dictionary, type DictionaryCursor } from './dictionary.ts';
import { formsOfTable } from './forms-table.ts';
import { PostingList, fields } from './postings.ts';
import { RowSet } from './row-set.ts';
import { formShape, stemShape } from './segment-writer.ts';

type Documents = { readonly rows: Uint32Array; readonly words: readonly Uint32Array[]; readonly highestRow: number };

export class Segment {
  readonly id: number;
  /** Number of documents, dead ones included; they are numbered from 0. */
  readonly count: number;
  readonly formCount: number;
  /** stem → df, bytes of the record, bytes of positions, forms. */
  readonly stems: Dictionary;
  /** folded form → df, number of the form. */
  readonly forms: Dictionary;
  #dead: RowSet;
  #deadCount: number;
  readonly #chunks: ChunkReader;
  readonly #lengths: ReadonlyMap<Stream, number>;
  #documents: Documents | undefined;

  constructor(id: number, header: Uint8Array, dead: Uint8Array, chunks: ChunkReader) {
    const source = new ByteSource(header);
    this.id = id;
    this.count = source.varint();
    this.formCount = source.varint();
    if (source.varint() !== fields.length) throw new DamagedRow('the word index has other fields');
    this.#lengths = new Map(streams.map((stream) => [stream, source.varint()]));
    this.#chunks = chunks;
    this.stems = this.#dictionary(stemShape, 'stems', 'stemPages');
    this.forms = this.#dictionary(formShape, 'forms', 'formPages');
    this.#dead = RowSet.ofBits(new Uint32Array(dead.slice().buffer));
    this.#deadCount = this.#dead.size;
  }

  #dictionary(shape: ConstructorParameters<typeof Dictionary>[0], terms: Stream, pages: Stream): Dictionary {
    return new Dictionary(
      shape,
      () => this.#all(pages),
      (start, end) => this.#chunks.read(this.id, terms, start, end),
    );
  }

  #all(stream: Stream): Uint8Array {
    return this.#chunks.read(this.id, stream, 0, this.#lengths.get(stream)!);
  }

  /** All folded forms; undefined for a small segment. */
  get formsTable(): Vocabulary | undefined {
    const bytes = this.#all('formsTable');
    return bytes.length > 0 ? formsOfTable(bytes) : undefined;
  }

  /** Documents that were taken out. */
  get dead(): RowSet {
    return this.#dead;
  }

  withDead(dead: RowSet): this {
    this.#dead = dead;
    this.#deadCount = dead.size;
    return this;
  }

  /** Documents that are not dead. */
  get live(): number {
    return this.count - this.#deadCount;
  }

  #read(): Documents {
    if (!this.#documents) {
      const { buffer } = this.#all('documents').slice();
      const column = (n: number): Uint32Array => new Uint32Array(buffer, n * this.count * 4, this.count);
      const rows = column(0);
      const highestRow = rows.reduce((most, row) => Math.max(most, row), 0);
      this.#documents = { rows, words: fields.map((_, field) => column(field + 1)), highestRow };
    }
    return this.#documents;
  }

  /** The row of each document. */
  get rows(): Uint32Array {
    return this.#read().rows;
  }

  get highestRow(): number {
    return this.#read().highestRow;
  }

  /** For each field the number of words in each document. */
  get words(): readonly Uint32Array[] {
    return this.#read().words;
  }

  /** The living document of a row, or -1. */
  find(row: number): number {
    for (let doc = this.rows.indexOf(row); doc >= 0; doc = this.rows.indexOf(row, doc + 1)) if (!this.dead.has(doc)) return doc;
    return -1;
  }

  kill(doc: number): void {
    if (this.dead.has(doc)) return;
    this.#dead.add(doc);
    this.#deadCount++;
  }

  /** The list of the stem that a cursor of `stems` stands on. */
  list({ values, before }: DictionaryCursor): PostingList {
    const record = this.#chunks.read(this.id, 'postings', before[1]!, before[1]! + values[1]!);
    return new PostingList(record, values[0]!, values[3]!);
  }

  /** All positions of the stem that a cursor of `stems` stands on; or those from `start` up to `end`, counted within them. */
  positions(from: number, start: number, end: number): Uint8Array {
    return this.#chunks.read(this.id, 'positions', from + start, from + end);
  }
}

/** All segments that take part. Throws DamagedRow when one is not as it was written. */
export function readSegments(db: DatabaseSync, chunks: ChunkReader): Segment[] {
  return (db.prepare('SELECT id, header, dead, sum FROM segments ORDER BY id').all() as Record<string, unknown>[]).map((row) => {
    const { id, header, dead, sum } = row;
    const sound = header instanceof Uint8Array && dead instanceof Uint8Array && crc32(dead, crc32(header)) === sum;
    if (!sound || dead.length % 4 !== 0) throw new DamagedRow('a segment of the word index cannot be read');
    return new Segment(id as number, header, dead, chunks);
  });
}

export function writeDead(db: DatabaseSync, { id, dead }: Segment): void {
  const bytes = new Uint8Array(dead.bits.buffer);
  const header = db.prepare('SELECT header FROM segments WHERE id = ?').get(id)?.['header'];
  if (!(header instanceof Uint8Array)) throw new DamagedRow('a segment of the word index cannot be read');
  db.prepare('UPDATE segments SET dead = ?, sum = ? WHERE id = ?').run(bytes, crc32(bytes, crc32(header)), id);
}
