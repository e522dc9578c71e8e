// Writes one segment into the database: chunks first, its row in the list of segments last.
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { ByteSink } from './bytes.ts';
import { type Stream, writeChunks } from './chunks.ts';
import { type Shape, writeDictionary } from './dictionary.ts';
import { FormsTable } from './forms-table.ts';
import { type Form, type ListWriter, type Variant, fields, writeHead } from './postings.ts';

/** df, bytes of the record, bytes of positions, number of folded forms. */
export const stemShape: Shape = { columns: 4, sums: true };
/** df, number of the form, counted over the stems in order. A form of several stems has an entry for each. */
export const formShape: Shape = { columns: 2, sums: false };

/** A segment of so many documents has its forms as a table too: those of smaller ones are soon read from the dictionary. */
export const LARGE = 1000;

export type SegmentWriter = {
  /** Rows of the documents, and their number of words in each field. */
  documents(rows: Uint32Array, lengths: readonly Uint32Array[]): void;
  /** In ascending order of the stems. Gives the number of the first of its forms. */
  stem(stem: Uint8Array, forms: readonly Form[], variants: readonly Variant[], list: ListWriter): number;
  /** In ascending order of the folded forms. */
  form(folded: Uint8Array, df: number, number: number): void;
  /** Lists the segment: it takes part from now on. */
  finish(): void;
};

/** For use inside transactions, which may be several. */
export function writeSegment(db: DatabaseSync, id: number): SegmentWriter {
  const chunks = writeChunks(db, id);
  const put = (to: Stream, sink: ByteSink): void => chunks.append(to, sink.bytes, sink.length);
  const putAll = (to: Stream, bytes: Uint8Array): void => chunks.append(to, bytes, bytes.length);
  const stems = writeDictionary(stemShape, (to, sink) => put(to === 'terms' ? 'stems' : 'stemPages', sink));
  const forms = writeDictionary(formShape, (to, sink) => put(to === 'terms' ? 'forms' : 'formPages', sink));
  const table = new FormsTable();
  const record = new ByteSink();
  let count = 0;
  let formCount = 0;

  return {
    documents(rows, lengths) {
      count = rows.length;
      for (const column of [rows, ...lengths]) {
        putAll('documents', new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
      }
    },
    stem(stem, itsForms, variants, list) {
      record.clear();
      writeHead(record, itsForms, variants);
      list.finish(record);
      put('postings', record);
      put('positions', list.positions);
      stems.add(stem, [list.df, record.length, list.positions.length, itsForms.length]);
      formCount += itsForms.length;
      return formCount - itsForms.length;
    },
    form(folded, df, number) {
      forms.add(folded, [df, number]);
      if (count >= LARGE) table.add(folded, folded.length, df);
    },
    finish() {
      stems.finish();
      forms.finish();
      if (count >= LARGE) putAll('formsTable', table.bytes);
      const header = new ByteSink();
      for (const number of [count, formCount, fields.length, ...chunks.finish()]) header.varint(number);
      const bytes = header.bytes.subarray(0, header.length);
      db.prepare('INSERT INTO segments VALUES (?, ?, ?, ?)').run(id, bytes, new Uint8Array(0), crc32(bytes));
    },
  };
}
