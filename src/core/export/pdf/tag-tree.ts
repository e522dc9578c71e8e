// The structure of one article (ISO 32000-1 14.8.4): quotations hold paragraphs, lists hold items of a label and a body, tables
// hold rows of cells.
import type { TextBlock } from './article.ts';
import { textString } from './objects.ts';
import { number } from './page.ts';
import type { StructureElement } from './structure.ts';

/** What of a block is drawn: its text, the label of an item, or a cell. */
export type Part = 'text' | 'label' | number;

const GROUPS: Partial<Record<TextBlock['kind'], string>> = { 'list-item': 'L', quote: 'BlockQuote', row: 'Table' };

export class TagTree {
  readonly #section: StructureElement;
  #group: { kind: TextBlock['kind']; element: StructureElement } | undefined;
  #header = false;
  /** Of the block that was begun. */
  #parts = new Map<Part, StructureElement>();
  #outer: StructureElement | undefined;

  constructor(parent: StructureElement) {
    this.#section = parent.child('Sect');
  }

  /** A block begins; those of a list, a quotation or a table that follow each other share it. */
  begin(block: TextBlock, labelled: boolean): void {
    const { kind, header = false } = block;
    this.#endBlock();
    if (this.#group?.kind !== kind || (header && !this.#header)) this.#endGroup();
    this.#header = header;
    const grouping = GROUPS[kind];
    if (grouping && !this.#group) this.#group = { kind, element: this.#section.child(grouping) };
    const parent = this.#group?.element ?? this.#section;
    if (kind === 'row') this.#beginRow(parent, block);
    else if (kind === 'list-item') {
      const item = (this.#outer = parent.child('LI'));
      if (labelled) this.#part('label', item, 'Lbl');
      this.#part('text', item, 'LBody');
    } else if (kind === 'picture') {
      this.#parts.set('text', parent.child('Figure', `/Alt ${textString(block.picture?.alt ?? '')}`));
    } else this.#part('text', parent, block.tag);
  }

  #beginRow(table: StructureElement, { cells = [], header }: TextBlock): void {
    const row = (this.#outer = table.child('TR'));
    for (const at of cells.keys()) {
      const cell = this.#part(at, row, header ? 'TH' : 'TD');
      if (header) cell.set('/A<</O/Table/Scope/Column>>');
    }
  }

  /** The place of a figure on its page, in points from its lower left corner (ISO 14289-1 7.3). */
  place(box: readonly [number, number, number, number]): void {
    this.#parts.get('text')?.set(`/A<</O/Layout/BBox[${box.map(number).join(' ')}]/Placement/Block>>`);
  }

  /** A note is drawn amid a block, which goes on on the next page; `id` is its own in the document (ISO 14289-1 7.9). */
  note(id: string, draw: () => void): void {
    const parts = this.#parts;
    const element = this.#section.child('Note');
    element.structure.name(id, element);
    this.#parts = new Map([['text', element]]);
    draw();
    element.end();
    this.#parts = parts;
  }

  /** Of the block that was begun. */
  element(part: Part): StructureElement {
    return this.#parts.get(part) ?? this.#parts.get('text')!;
  }

  /** A link or the mark of a note within a part; its content and its annotations are added by who draws it, who ends it too. */
  link(part: Part, type: 'Link' | 'Reference'): StructureElement {
    return this.element(part).child(type);
  }

  end(): void {
    this.#endBlock();
    this.#endGroup();
    this.#section.end();
  }

  #part(part: Part, parent: StructureElement, type: string): StructureElement {
    const element = parent.child(type);
    this.#parts.set(part, element);
    return element;
  }
  #endBlock(): void {
    for (const element of this.#parts.values()) element.end();
    this.#outer?.end();
    this.#parts.clear();
    this.#outer = undefined;
  }
  #endGroup(): void {
    this.#group?.element.end();
    this.#group = undefined;
  }
}
