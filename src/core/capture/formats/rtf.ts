// Rich Text Format 1.9: words of the body by paragraphs, lists, rows of tables, notes and links. Pictures, objects and fonts are
// passed over.
import type { Block } from '#contract/item.ts';
import { documentDraft } from '../document.ts';
import { webAddress } from '../finish.ts';
import { BlockWriter, rowText, type Style } from '../markup/block-writer.ts';
import type { Draft, Source } from './format.types.ts';

/** Groups whose words are no text of the document. */
const apart = new Set(
  `fonttbl colortbl stylesheet info pict object listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore
  latentstyles header headerl headerr headerf footer footerl footerr footerf xe tc bkmkstart bkmkend pntext pntxta pntxtb listtext
  nonshppict shpinst sp xmlnstbl mmathPr filetbl pgdsctbl userprops`.split(/\s+/),
);
const signs: Record<string, string> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};
/** Character sets of fonts (\fcharset) that are not the document's own. */
const charsets: Record<number, string> = {
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  238: 'windows-1250',
};

type Group = { skip: boolean; font: number; skipAfterU: number; style: Style };
/** `depth` is that of the groups around; `place` is where the field's words begin. */
type Field = { readonly depth: number; instruction: string; result?: { readonly depth: number; readonly place: number } };
type Note = { readonly depth: number; readonly writer: BlockWriter };
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

export const read = ({ bytes }: Source): Draft[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const reading = new Reading();
  for (const match of text.matchAll(token)) reading.take(match);
  const { blocks, info } = reading.finish();
  const titled = blocks[0]?.kind === 'heading' && blocks[0].level === 1 ? blocks[0].text : undefined;
  return [
    documentDraft({
      title: titled ?? info['title'],
      body: titled === undefined ? blocks : blocks.slice(1),
      creators: [info['author'] ?? ''],
    }),
  ];
};

class Reading {
  readonly #body = new BlockWriter();
  readonly #notes: BlockWriter[] = [];
  readonly #fields: Field[] = [];
  #note: Note | undefined;
  /** Groups in which a field says what it is. */
  #instructed = 0;
  readonly #groups: Group[] = [];
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, Style>();
  readonly info: Record<string, string> = {};
  #group: Group = { skip: false, font: -1, skipAfterU: 1, style: { kind: 'paragraph' } };
  #page = 'windows-1252';
  #bytes: number[] = [];
  /** Characters after \u that stand in for it in older readers. */
  #passOver = 0;
  #table = '';
  #tableDepth = 0;
  #tableWords = '';
  #styleNumber = 0;
  #row: string[] | undefined;
  #words = '';

  take([, word, number, hex, sign, brace, words]: RegExpMatchArray): void {
    if (brace === '{') return void this.#groups.push({ ...this.#group });
    if (brace === '}') return this.#close();
    if (word) return this.#control(word, number === undefined ? undefined : Number(number));
    if (hex) return this.#byte(Number.parseInt(hex, 16));
    if (sign === '*') this.#group.skip = true;
    else if (sign === '~') this.#add('\u00a0');
    else if (sign === '_') this.#add('\u2011');
    else if (sign && /[\\{}]/.test(sign)) this.#add(sign);
    else if (sign === '\n' || sign === '\r') this.#end();
    else if (words) this.#letters(words);
  }

  finish(): { blocks: Block[]; info: Record<string, string> } {
    this.#flush();
    this.#note = undefined;
    if (this.#row) this.#cell();
    if (this.#row) this.#endRow();
    this.#end();
    for (const [n, { blocks }] of this.#notes.entries()) {
      const from = this.#body.blocks.length;
      this.#body.take(blocks);
      this.#body.name(from, noteName(n));
    }
    return { blocks: this.#body.blocks, info: this.info };
  }

  get #writer(): BlockWriter {
    return this.#note?.writer ?? this.#body;
  }

  get #isInRow(): boolean {
    return this.#row !== undefined && !this.#note;
  }

  #close(): void {
    this.#flush();
    const depth = this.#groups.length;
    if (this.#note && depth <= this.#note.depth) {
      this.#end();
      this.#note = undefined;
    }
    if (depth <= this.#instructed) this.#instructed = 0;
    const field = this.#fields.at(-1);
    if (field?.result && depth <= field.result.depth) {
      const [, url] = /\bHYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)/i.exec(field.instruction) ?? [];
      if (url !== undefined && !this.#isInRow) this.#writer.link(field.result.place, webAddress(url, undefined));
      delete field.result;
    }
    if (field && depth <= field.depth) this.#fields.pop();
    if (this.#table !== '' && this.#groups.length <= this.#tableDepth) this.#table = '';
    else if (this.#table === 'stylesheet' && this.#groups.length === this.#tableDepth + 1) this.#endStyle();
    else if (this.#table === 'info' && this.#groups.length === this.#tableDepth + 1) this.#tableWords = '';
    this.#group = this.#groups.pop() ?? this.#group;
  }

  #endStyle(): void {
    const name = this.#tableWords.replace(/;.*$/s, '').trim().toLowerCase();
    const heading = /^heading (\d)$/.exec(name)?.[1];
    if (heading) this.#styles.set(this.#styleNumber, { kind: 'heading', level: Number(heading) });
    else if (name === 'title') this.#styles.set(this.#styleNumber, { kind: 'heading', level: 1 });
    else if (/quot/.test(name)) this.#styles.set(this.#styleNumber, { kind: 'quote' });
    this.#tableWords = '';
  }

  #control(word: string, number: number | undefined): void {
    if (word === 'u' && number !== undefined) {
      this.#flush();
      this.#add(String.fromCharCode(number < 0 ? number + 65_536 : number));
      this.#passOver = this.#group.skipAfterU;
      return;
    }
    this.#flush();
    if (word === 'fonttbl' || word === 'stylesheet' || word === 'info') [this.#table, this.#tableDepth] = [word, this.#groups.length];
    if (this.#takeApart(word)) return;
    if (apart.has(word)) this.#group.skip = true;
    else if (word === 'ansicpg' && number) this.#page = pageOf(number) ?? this.#page;
    else if (word === 'uc') this.#group.skipAfterU = number ?? 1;
    else if (word === 'f' && number !== undefined) this.#group.font = number;
    else if (word === 'fcharset' && this.#table === 'fonttbl') this.#fonts.set(this.#group.font, charsets[number ?? 0] ?? '');
    else if (word === 's' && number !== undefined) {
      if (this.#table === 'stylesheet') this.#styleNumber = number;
      else this.#group.style = this.#styles.get(number) ?? { kind: 'paragraph' };
    } else if (word === 'pard') this.#group.style = { kind: 'paragraph' };
    else if (word === 'outlinelevel' && number !== undefined && number < 6 && this.#table === '')
      this.#group.style = { kind: 'heading', level: number + 1 };
    else if (word === 'par' || word === 'sect' || word === 'page' || word === 'line') this.#end();
    else if (word === 'cell') this.#cell();
    else if (word === 'row') this.#endRow();
    else if (word === 'intbl' && this.#table === '' && !this.#group.skip && !this.#note) this.#row ??= [];
    else if (word === 'ls' && number && this.#table === '' && this.#group.style.kind === 'paragraph')
      this.#group.style = { kind: 'list-item' };
    else if (signs[word] !== undefined) this.#add(signs[word]);
    else if ((word === 'title' || word === 'author') && this.#table === 'info') this.#tableWords = `\0${word}\0`;
  }

  /** Notes and fields. */
  #takeApart(word: string): boolean {
    const depth = this.#groups.length;
    if (word === 'footnote' && !this.#note) {
      // Many write it as a destination that older readers pass over.
      this.#group.skip = this.#groups.at(-1)?.skip ?? false;
      if (this.#group.skip) return true;
      if (!this.#row) this.#body.mark(this.#body.place, noteName(this.#notes.length));
      this.#note = { depth, writer: new BlockWriter() };
      this.#notes.push(this.#note.writer);
      this.#group.style = { kind: 'paragraph' };
    } else if (word === 'field') this.#fields.push({ depth, instruction: '' });
    else if (word === 'fldinst') this.#instructed = depth;
    else if (word === 'fldrslt' && this.#fields.length > 0) this.#fields.at(-1)!.result = { depth, place: this.#writer.place };
    else return false;
    return true;
  }

  #letters(words: string): void {
    const kept = words.slice(Math.min(this.#passOver, words.length));
    this.#passOver -= words.length - kept.length;
    if (/^[\u0000-\u007f]*$/.test(kept)) {
      this.#flush();
      this.#add(kept);
    } else for (const letter of kept) this.#bytes.push(letter.charCodeAt(0));
  }

  #byte(byte: number): void {
    if (this.#passOver > 0) this.#passOver--;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const label = this.#fonts.get(this.#group.font) || this.#page;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#add(new TextDecoder(label).decode(bytes));
  }

  #add(words: string): void {
    if (this.#table !== '') {
      this.#tableWords += words;
      const [, key, value] = /^\0(\w+)\0(.+)$/s.exec(this.#tableWords) ?? [];
      if (key) this.info[key] = value!;
    } else if (this.#instructed > 0) {
      const field = this.#fields.at(-1);
      if (field) field.instruction += words;
    } else if (!this.#group.skip) {
      if (this.#isInRow) this.#words += words;
      else this.#writer.add(words);
    }
  }

  #end(): void {
    this.#flush();
    if (this.#group.skip) return;
    if (this.#isInRow) this.#words += ' ';
    else this.#writer.end(this.#group.style);
  }

  #cell(): void {
    // Words before the first mark of a cell were taken for a paragraph.
    this.#row ??= [];
    this.#row.push((this.#words === '' ? this.#writer.drop() : this.#words).trim());
    this.#words = '';
  }

  #endRow(): void {
    const cells = this.#row ?? [];
    this.#row = undefined;
    this.#writer.add(rowText(cells));
    this.#writer.end({ kind: 'paragraph' }, cells.length > 1 ? { cells } : {});
  }
}

const noteName = (number: number): string => `footnote-${number + 1}`;

function pageOf(number: number): string | undefined {
  const label = number === 65_001 ? 'utf-8' : `windows-${number}`;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
