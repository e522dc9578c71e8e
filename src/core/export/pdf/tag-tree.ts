// The structure of one article (ISO 32000-1 14.8.4): quotations hold paragraphs, lists hold items of a label and a body.
import type { TextBlock } from './article.ts';
import type { PdfContainer, StructureElement } from './container.ts';

export class TagTree {
  readonly #doc: PdfContainer;
  readonly #section: StructureElement;
  #group: { kind: TextBlock['kind']; element: StructureElement } | undefined;
  #item: StructureElement | undefined;
  #label: StructureElement | undefined;
  #body: StructureElement | undefined;
  #type = 'P';

  constructor(doc: PdfContainer, parent: StructureElement) {
    this.#doc = doc;
    this.#section = doc.struct('Sect');
    parent.add(this.#section);
  }

  /** A block begins; those of a list or a quotation that follow each other share it. */
  begin({ kind, tag }: TextBlock, labelled: boolean): void {
    this.#endBlock();
    if (this.#group?.kind !== kind) this.#endGroup();
    const grouping = kind === 'list-item' ? 'L' : kind === 'quote' ? 'BlockQuote' : undefined;
    if (grouping && !this.#group) this.#group = { kind, element: this.#under(this.#section, grouping) };
    const parent = this.#group?.element ?? this.#section;
    this.#type = kind === 'list-item' ? 'LBody' : tag;
    if (kind !== 'list-item') {
      this.#body = this.#under(parent, tag);
      return;
    }
    this.#item = this.#under(parent, 'LI');
    if (labelled) this.#label = this.#under(this.#item, 'Lbl');
    this.#body = this.#under(this.#item, 'LBody');
  }

  /** What is drawn next is of the block that was begun, until `close`. */
  open(label: boolean): void {
    const element = label ? this.#label : this.#body;
    element?.add(this.#doc.markStructureContent(label ? 'Lbl' : this.#type));
  }
  close(): void {
    this.#doc.endMarkedContent();
  }

  end(): void {
    this.#endBlock();
    this.#endGroup();
    this.#section.end();
  }

  #under(parent: StructureElement, type: string): StructureElement {
    const element = this.#doc.struct(type);
    parent.add(element);
    return element;
  }
  #endBlock(): void {
    for (const element of [this.#label, this.#body, this.#item]) element?.end();
    this.#label = this.#body = this.#item = undefined;
  }
  #endGroup(): void {
    this.#group?.element.end();
    this.#group = undefined;
  }
}
