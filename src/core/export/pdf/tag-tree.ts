// The structure of one article (ISO 32000-1 14.8.4): quotations hold paragraphs, lists hold items of a label and a body, tables
// hold rows of cells.
import type { TextBlock } from './article.ts';
import type { PdfContainer, StructureElement } from './container.ts';

/** What of a block is drawn: its text, the label of an item, or a cell. */
export type Part = 'text' | 'label' | number;

const GROUPS: Partial<Record<TextBlock['kind'], string>> = { 'list-item': 'L', quote: 'BlockQuote', row: 'Table' };

export class TagTree {
  readonly #doc: PdfContainer;
  readonly #section: StructureElement;
  #group: { kind: TextBlock['kind']; element: StructureElement } | undefined;
  #header = false;
  /** Of the block that was begun, with their types. */
  #parts = new Map<Part, { element: StructureElement; type: string }>();
  #outer: StructureElement | undefined;
  /** With their names. */
  readonly notes: [string, StructureElement][] = [];

  constructor(doc: PdfContainer, parent: StructureElement) {
    this.#doc = doc;
    this.#section = doc.struct('Sect');
    parent.add(this.#section);
  }

  /** A block begins; those of a list, a quotation or a table that follow each other share it. */
  begin(block: TextBlock, labelled: boolean): void {
    const { kind, header = false } = block;
    this.#endBlock();
    if (this.#group?.kind !== kind || (header && !this.#header)) this.#endGroup();
    this.#header = header;
    const grouping = GROUPS[kind];
    if (grouping && !this.#group) this.#group = { kind, element: this.#under(this.#section, grouping) };
    const parent = this.#group?.element ?? this.#section;
    if (kind === 'row') this.#beginRow(parent, block);
    else if (kind === 'list-item') {
      const item = (this.#outer = this.#under(parent, 'LI'));
      if (labelled) this.#part('label', item, 'Lbl');
      this.#part('text', item, 'LBody');
    } else if (kind === 'picture') {
      const element = this.#under(parent, 'Figure', { alt: block.picture?.alt ?? '' });
      this.#parts.set('text', { element, type: 'Figure' });
    } else this.#part('text', parent, block.tag);
  }

  #beginRow(table: StructureElement, { cells = [], header }: TextBlock): void {
    const row = (this.#outer = this.#under(table, 'TR'));
    for (const at of cells.keys()) {
      const cell = this.#part(at, row, header ? 'TH' : 'TD');
      if (header) cell.dictionary.data['A'] = { O: 'Table', Scope: 'Column' };
    }
  }

  /** The place of a figure on its page, in points from its lower left corner (ISO 14289-1 7.3). */
  place(box: readonly [number, number, number, number]): void {
    const figure = this.#parts.get('text')?.element;
    if (figure) figure.dictionary.data['A'] = { O: 'Layout', BBox: [...box], Placement: 'Block' };
  }

  /** A note is drawn amid a block, which goes on on the next page; `id` is its own in the document (ISO 14289-1 7.9). */
  note(id: string, draw: () => void): void {
    const parts = this.#parts;
    const element = this.#under(this.#section, 'Note');
    element.dictionary.data['ID'] = new String(id);
    this.notes.push([id, element]);
    this.#parts = new Map([['text', { element, type: 'Note' }]]);
    draw();
    element.end();
    this.#parts = parts;
  }

  /** What is drawn next is of the block that was begun, until `close`. */
  open(part: Part): void {
    const { element, type } = this.#parts.get(part) ?? this.#parts.get('text')!;
    element.add(this.#doc.markStructureContent(type));
  }
  close(): void {
    this.#doc.endMarkedContent();
  }

  /** A link or the mark of a note within a part; its content and its annotations are added by who draws it. End it before the page ends. */
  link(part: Part, type: 'Link' | 'Reference'): StructureElement {
    return this.#under((this.#parts.get(part) ?? this.#parts.get('text')!).element, type);
  }

  end(): void {
    this.#endBlock();
    this.#endGroup();
    this.#section.end();
  }

  #part(part: Part, parent: StructureElement, type: string): StructureElement {
    const element = this.#under(parent, type);
    this.#parts.set(part, { element, type });
    return element;
  }
  #under(parent: StructureElement, type: string, options?: { alt: string }): StructureElement {
    const element = this.#doc.struct(type, options);
    parent.add(element);
    return element;
  }
  #endBlock(): void {
    for (const { element } of this.#parts.values()) element.end();
    this.#outer?.end();
    this.#parts.clear();
    this.#outer = undefined;
  }
  #endGroup(): void {
    this.#group?.element.end();
    this.#group = undefined;
  }
}
