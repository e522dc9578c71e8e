// Words as they come, gathered into blocks: white space as a page shows it, links by their place in the text.
import type { Block, BlockLink, BlockMark, BlockPicture } from '#contract/item.ts';

export type Style = { readonly kind: Block['kind']; readonly level?: number };

/** What a row of a table says as text. */
export const rowText = (cells: readonly string[]): string => cells.filter(Boolean).join(' | ');

export class BlockWriter {
  readonly blocks: Block[] = [];
  /** Of each block, how many characters lead elsewhere, be it to the web or not. */
  readonly linked: number[] = [];
  /** Pictures that stand before each block. */
  readonly pictures: (readonly BlockPicture[])[] = [];
  #waiting: BlockPicture[] = [];
  #after: BlockPicture[] = [];
  #text = '';
  #links: BlockLink[] = [];
  #linked = 0;
  #marks: BlockMark[] = [];

  add(words: string): void {
    const flat = words.replace(/[ \t\n\r\f\v\u00a0]+/g, ' ');
    this.#text += this.#text === '' || this.#text.endsWith(' ') ? flat.replace(/^ /, '') : flat;
  }

  /** A place for `link`, which begins here. */
  get place(): number {
    return this.#text.length;
  }

  link(start: number, url: string | undefined): void {
    const end = this.#text.trimEnd().length;
    if (end <= start) return;
    this.#linked += end - start;
    if (url !== undefined) this.#links.push({ start, end, url });
  }

  /** The mark of a note stands from `start` to here; nowhere, where the source shows none. */
  mark(start: number, note: string): void {
    const end = this.#text.trimEnd().length;
    this.#marks.push({ start: Math.min(start, end), end, note });
  }

  /** The blocks from the place `from` among them are the note of that name. */
  name(from: number, note: string): void {
    for (const block of this.blocks.slice(from)) block.note = note;
  }

  /** A picture among words stands behind them. */
  show(picture: BlockPicture): void {
    (this.#text.trim() === '' ? this.#waiting : this.#after).push(picture);
  }

  /** Pictures behind the last block. */
  get left(): readonly BlockPicture[] {
    return this.#waiting;
  }

  /** All blocks, pictures among them. */
  whole(): Block[] {
    return [
      ...this.blocks.flatMap((block, at) => [...(this.pictures[at] ?? []).map(pictureBlock), block]),
      ...this.#waiting.map(pictureBlock),
    ];
  }

  /** Blocks made elsewhere. */
  take(blocks: readonly Block[]): void {
    this.blocks.push(...blocks);
    while (this.linked.length < this.blocks.length) this.linked.push(0);
  }

  /** A row of a table: blocks of its cells. Cells of several paragraphs, or with pictures, are no table of words. */
  row(cells: readonly (readonly Block[])[], header = false): void {
    if (cells.length === 1 || cells.some((blocks) => blocks.length > 1 || blocks[0]?.picture)) return this.take(cells.flat());
    const texts = cells.map((blocks) => blocks[0]?.text ?? '');
    this.add(rowText(texts));
    this.end({ kind: 'paragraph' }, { cells: texts, ...(header ? { header } : {}) });
  }

  /** Gives up the words of the block that was begun. */
  drop(): string {
    const text = this.#text;
    this.#text = '';
    this.#links = [];
    this.#marks = [];
    this.#linked = 0;
    return text;
  }

  /** Ends the block, if anything is in it. */
  end(style: Style, more: Record<string, unknown> = {}): void {
    const text = this.#text.trim();
    if (text !== '') {
      const links = {
        ...(this.#links.length > 0 ? { links: this.#links } : {}),
        ...(this.#marks.length > 0 ? { marks: this.#marks } : {}),
      };
      this.blocks.push({ kind: style.kind, text, ...(style.level === undefined ? {} : { level: style.level }), ...links, ...more });
      this.linked.push(this.#linked);
      this.pictures[this.blocks.length - 1] = this.#waiting;
      this.#waiting = [];
    }
    this.#waiting.push(...this.#after);
    this.#after = [];
    this.#text = '';
    this.#links = [];
    this.#marks = [];
    this.#linked = 0;
  }
}

export const pictureBlock = (picture: BlockPicture): Block => ({ kind: 'picture', text: '', picture });
