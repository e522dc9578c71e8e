// The text of a Word document of 1997 to 2003 with what its paragraphs are (MS-DOC 2.4.1, 2.5): places in the header of the
// document's stream say where in the table stream each part lies.
import type { Style } from '../../markup/block-writer.ts';
import { outlineOf, propertiesIn, type Stretch, stretchAt, stretchesIn } from './formatting.ts';
import { styleSheet } from './style-sheet.ts';
import { offsetOf, piecesIn, textOfPieces } from './text-pieces.ts';

export type Paragraph = {
  readonly style: Style & { role?: string };
  readonly inTable: boolean;
  /** Its mark ends a row, and no cell. */
  readonly endsRow: boolean;
};

export type WordText = {
  /** All characters: the main text, then its notes and boxes. What was deleted stands as U+0000. */
  readonly text: string;
  /** Where the main text ends, and from where to where boxes of text go. */
  readonly main: number;
  readonly boxes: { readonly start: number; readonly end: number };
  /** In order: where the mark stands, and from where to where the note goes. */
  readonly notes: readonly { readonly at: number; readonly start: number; readonly end: number }[];
  /** By the place of the character that ends it. */
  paragraphAt(character: number): Paragraph;
};

/** Offsets of pairs of place and size (2.5.6), and of lengths of the parts of the text (2.5.4). */
const PARTS = {
  styles: 0xa2,
  noteMarks: 0xaa,
  notes: 0xb2,
  characters: 0xfa,
  paragraphs: 0x102,
  pieces: 0x1a2,
  endMarks: 0x20a,
  ends: 0x212,
};
const LENGTHS = { main: 0x4c, notes: 0x50, headers: 0x54, macros: 0x58, comments: 0x5c, endNotes: 0x60, boxes: 0x64 };

const DELETED = 0x0800;
const LISTED = 0x460b;
const IN_TABLE = 0x2416;
const ENDS_ROW = 0x2417;

/** Throws RangeError when it is broken. */
export function openWordText(document: Uint8Array, table: Uint8Array): WordText {
  const header = new DataView(document.buffer, document.byteOffset, document.length);
  const part = (at: number): Uint8Array => {
    const start = header.getUint32(at, true);
    return table.subarray(start, start + header.getUint32(at + 4, true));
  };
  const pieces = piecesIn(part(PARTS.pieces));
  const styles = styleSheet(part(PARTS.styles));
  const paragraphs = stretchesIn(document, part(PARTS.paragraphs), 'paragraph');
  const deleted = stretchesIn(document, part(PARTS.characters), 'character').filter(isDeleted);
  const whole = textOfPieces(document, pieces);
  const text =
    deleted.length === 0
      ? whole
      : whole.replace(/[^\r\u0007]/g, (sign, at: number) => (stretchAt(deleted, offsetOf(pieces, at)) ? '\0' : sign));

  const length = (at: number): number => Math.min(header.getUint32(at, true), text.length);
  const afterMain = length(LENGTHS.main);
  const afterNotes = afterMain + length(LENGTHS.notes);
  const endNotes = afterNotes + length(LENGTHS.headers) + length(LENGTHS.macros) + length(LENGTHS.comments);
  const afterEndNotes = endNotes + length(LENGTHS.endNotes);
  return {
    text,
    main: afterMain,
    boxes: { start: afterEndNotes, end: afterEndNotes + length(LENGTHS.boxes) },
    notes: [
      ...notesOf(part(PARTS.noteMarks), part(PARTS.notes), afterMain, 2),
      ...notesOf(part(PARTS.endMarks), part(PARTS.ends), endNotes, 2),
    ],
    paragraphAt(character) {
      const found = stretchAt(paragraphs, offsetOf(pieces, character));
      const list = found?.properties ?? new Uint8Array();
      const properties = propertiesIn(list);
      const listed = (properties.get(LISTED) ?? 0) !== 0;
      const named = styles[found?.style ?? 0];
      return {
        style: named ?? outlineOf(list) ?? { kind: listed ? 'list-item' : 'paragraph' },
        inTable: properties.get(IN_TABLE) === 1,
        endsRow: properties.get(ENDS_ROW) === 1,
      };
    },
  };
}

const isDeleted = ({ properties }: Stretch): boolean => propertiesIn(properties).get(DELETED) === 1;

/** Places of the marks, each followed by `size` bytes more at the end; places of the texts, counted from `from`. */
function notesOf(marks: Uint8Array, texts: Uint8Array, from: number, size: number): WordText['notes'] {
  const count = Math.max(0, Math.floor((marks.length - 4) / (4 + size)));
  const at = (list: Uint8Array, n: number): number => new DataView(list.buffer, list.byteOffset, list.length).getUint32(n * 4, true);
  if (texts.length < (count + 1) * 4) return [];
  return Array.from({ length: count }, (_, n) => ({ at: at(marks, n), start: from + at(texts, n), end: from + at(texts, n + 1) }));
}
