// Word 97 to 2003 (MS-DOC): paragraphs by their styles, lists, tables, notes, links. Older ones by their words alone. Macros,
// pictures and embedded documents are left alone.
import { Failure } from '#contract/errors.ts';
import type { Block } from '#contract/item.ts';
import { streamsOf } from '../containers/compound-file.ts';
import { wordsOfProperties } from '../containers/property-set.ts';
import { openWordText, type WordText } from '../containers/word-binary/word-text.ts';
import { documentDraft } from '../document.ts';
import { decode } from '../decode.ts';
import { webAddress } from '../finish.ts';
import { BlockWriter, type Style } from '../markup/block-writer.ts';
import type { Draft, Source } from './format.types.ts';

const PROTECTED = 0x100;
const TABLE_IS_1 = 0x200;
/** The number of the first version that writes Unicode: Word 97. */
const UNICODE = 193;

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const streams = streamsOf(bytes);
  const document = streams.get('WordDocument');
  if (!document || document.length < 32) throw new Failure('capture.damaged', { path, format: 'DOC' });
  const view = new DataView(document.buffer, document.byteOffset, document.length);
  const flags = view.getUint16(0x0a, true);
  if (flags & PROTECTED) throw new Failure('capture.protected', { path });
  const said = wordsOfProperties(streams.get('\u0005SummaryInformation') ?? new Uint8Array());
  const about = { title: said.get(2), creators: [said.get(4) ?? ''], tags: (said.get(5) ?? '').split(/[,،;؛]/) };
  if (view.getUint16(2, true) < UNICODE) return [documentDraft({ ...about, ...oldWords(document, view, path, encoding) })];

  const table = streams.get(flags & TABLE_IS_1 ? '1Table' : '0Table');
  if (!table) throw new Failure('capture.damaged', { path, format: 'DOC' });
  const blocks = blocksOf(openWordText(document, table));
  const [first] = blocks;
  const titled = first && (first['role'] === 'title' || (first.kind === 'heading' && first.level === 1)) ? first : undefined;
  return [documentDraft({ ...about, title: titled?.text ?? about.title, body: titled ? blocks.slice(1) : blocks })];
};

/** Word 6 and 95: bytes of one code page from one place to another. */
function oldWords(document: Uint8Array, view: DataView, path: string, encoding: string | undefined): Pick<Draft, 'body' | 'encoding'> {
  const { text, record } = decode(document.subarray(view.getUint32(0x18, true), view.getUint32(0x1c, true)), path, encoding);
  const writer = new BlockWriter();
  for (const paragraph of text.split(/[\r\u0007\f]/)) {
    writer.add(paragraph.replace(/\u0013[^\u0013-\u0015]*\u0014?/g, '').replace(/\p{Cc}/gu, ' '));
    writer.end({ kind: 'paragraph' });
  }
  return { body: writer.blocks, encoding: record };
}

function blocksOf(word: WordText): Block[] {
  const writing = new Writing(word);
  writing.write(
    0,
    word.main,
    word.notes.map((note) => note.at),
  );
  writing.write(word.boxes.start, word.boxes.end);
  for (const [n, { start, end }] of word.notes.entries()) writing.writeNote(start, end, `note-${n + 1}`);
  return writing.finish();
}

/** Signs that stand for something: a picture, the mark of a note, a tab, the parts of a field, the ends of lines and cells. */
const signs = /[\u0000-\u001f]/;
const NOTE = '\u0002';
const CELL = '\u0007';
const [BEGIN, MIDDLE, END] = ['\u0013', '\u0014', '\u0015'];
const spaces: Readonly<Record<string, string>> = { '\t': ' ', '\u001e': '\u2011', '\u001f': '\u00ad' };

type Field = { instruction: string; start: number; shown: boolean };

class Writing {
  readonly #word: WordText;
  #main = new BlockWriter();
  #writer = this.#main;
  #row: Block[][] = [];
  #fields: Field[] = [];

  constructor(word: WordText) {
    this.#word = word;
  }

  /** Marks of notes stand at `marks`, in order. */
  write(from: number, stated: number, marks: readonly number[] = []): void {
    const to = Math.min(stated, this.#word.text.length);
    let start = from;
    for (let at = from; at < to; at++) {
      const sign = this.#word.text[at]!;
      if (!signs.test(sign)) continue;
      this.#add(this.#word.text.slice(start, at));
      start = at + 1;
      if (sign === NOTE) this.#mark(marks.indexOf(at));
      else if (sign === CELL || sign === '\r' || sign === '\f') this.#end(at, sign);
      else if (sign === '\v') this.#writer.end(this.#styleAt(at));
      else if (sign === BEGIN) this.#fields.push({ instruction: '', start: 0, shown: false });
      else if (sign === MIDDLE) this.#show();
      else if (sign === END) this.#leave();
      else this.#add(spaces[sign] ?? '');
    }
    this.#add(this.#word.text.slice(start, to));
    this.#writer.end({ kind: 'paragraph' });
  }

  writeNote(from: number, to: number, name: string): void {
    const before = this.#main.blocks.length;
    this.write(from, to);
    this.#main.name(before, name);
  }

  finish(): Block[] {
    return this.#main.whole();
  }

  #add(words: string): void {
    const field = this.#fields.find(({ shown }) => !shown);
    if (field) field.instruction += words;
    else this.#writer.add(words);
  }

  #mark(note: number): void {
    if (note >= 0) this.#writer.mark(this.#writer.place, `note-${note + 1}`);
  }

  #show(): void {
    const field = this.#fields.at(-1);
    if (field) [field.shown, field.start] = [true, this.#writer.place];
  }

  #leave(): void {
    const field = this.#fields.pop();
    const address = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(field?.instruction ?? '')?.[1];
    if (field?.shown && address) this.#writer.link(field.start, webAddress(address));
  }

  #styleAt(at: number): Style & { role?: string } {
    return this.#word.paragraphAt(at).style;
  }

  #end(at: number, sign: string): void {
    const { style, inTable, endsRow } = this.#word.paragraphAt(at);
    if (inTable && this.#writer === this.#main) this.#writer = this.#takeCell();
    this.#writer.end(style, style.role === undefined ? {} : { role: style.role });
    if (sign !== CELL && inTable) return;
    if (inTable && !endsRow) {
      this.#row.push(this.#writer.whole());
      this.#writer = new BlockWriter();
      return;
    }
    if (this.#writer !== this.#main) [this.#writer] = [this.#main];
    if (this.#row.length > 0) this.#main.row(this.#row);
    this.#row = [];
  }

  /** The words of the paragraph that was begun belong to the first cell. */
  #takeCell(): BlockWriter {
    const cell = new BlockWriter();
    cell.add(this.#main.drop());
    return cell;
  }
}
