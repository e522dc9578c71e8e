// The structure tree (ISO 32000-1 14.7): elements with what they hold, and the parent tree that leads back to them.
import type { PdfContainer } from './container.ts';
import { Indirect, type Objects, type Reference, textString } from './objects.ts';

export class Structure {
  readonly objects: Objects;
  readonly #doc: PdfContainer;
  /** Of each key of the parent tree. */
  readonly #parents: Reference[] = [];
  /** Elements by their identifiers (14.7.2). */
  readonly #named: [string, Reference][] = [];

  constructor(doc: PdfContainer, objects: Objects) {
    this.#doc = doc;
    this.objects = objects;
  }

  /** The element that holds all others. */
  document(language: string): StructureElement {
    const root = this.#doc.getStructTreeRoot();
    const element = new StructureElement(this, 'Document', root.toString(), `/Lang ${textString(language)}`);
    root.data['K'] = new Indirect(element.reference);
    return element;
  }

  /** A key of the parent tree for an annotation, or for the contents of a page. */
  key(parent: Reference): number {
    return this.#parents.push(parent) - 1;
  }

  name(id: string, element: StructureElement): void {
    element.set(`/ID ${textString(id)}`);
    this.#named.push([id, element.reference]);
  }

  end(): void {
    const { data } = this.#doc.getStructTreeRoot();
    const tree = this.objects.reference();
    this.objects.write(tree, `<</Nums[${this.#parents.map((parent, key) => `${key} ${parent}`).join(' ')}]>>`);
    Object.assign(data, { ParentTree: new Indirect(tree), ParentTreeNextKey: this.#parents.length });
    if (this.#named.length === 0) return;
    const names = this.objects.reference();
    const sorted = this.#named.toSorted(([a], [b]) => (a < b ? -1 : 1));
    this.objects.write(names, `<</Names[${sorted.map(([id, element]) => `${textString(id)}${element}`).join(' ')}]>>`);
    data['IDTree'] = new Indirect(names);
  }
}

export class StructureElement {
  readonly reference: Reference;
  readonly type: string;
  readonly structure: Structure;
  readonly #parent: Reference;
  #entries: string;
  #kids: string[] = [];
  /** Where its content stands first. */
  #page: Reference | undefined;

  /** `parent`: an element, to which it is added, or the root of the tree. `entries`: more of its dictionary. */
  constructor(structure: Structure, type: string, parent: Reference, entries = '') {
    this.structure = structure;
    this.type = type;
    this.reference = structure.objects.reference();
    this.#parent = parent;
    this.#entries = entries;
  }

  child(type: string, entries = ''): StructureElement {
    const made = new StructureElement(this.structure, type, this.reference, entries);
    this.#kids.push(made.reference);
    return made;
  }

  set(entry: string): void {
    this.#entries += entry;
  }

  /** Content of a page, by its identifier there. */
  content(page: Reference, mcid: number): void {
    this.#page ??= page;
    this.#kids.push(this.#page === page ? String(mcid) : `<</Type/MCR/Pg ${page}/MCID ${mcid}>>`);
  }

  object(page: Reference, annotation: Reference): void {
    this.#kids.push(`<</Type/OBJR/Pg ${page}/Obj ${annotation}>>`);
  }

  /** What was added last is read first. */
  lastToFront(): void {
    this.#kids.unshift(...this.#kids.splice(-1));
  }

  /** Writes it: nothing is added afterwards. */
  end(): void {
    const kids = this.#kids.length === 1 ? ` ${this.#kids.join('')}` : `[${this.#kids.join(' ')}]`;
    const page = this.#page ? `/Pg ${this.#page}` : '';
    this.structure.objects.write(this.reference, `<</S/${this.type}/P ${this.#parent}${page}${this.#entries}/K${kids}>>`);
    this.#kids = [];
  }
}
