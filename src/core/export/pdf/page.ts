// One page: what is shown on it, each part marked as of an element of the structure or as an artefact (ISO 32000-1 14.6, 14.8.2.2).
import { type Objects, type Reference, textString } from './objects.ts';
import type { Structure, StructureElement } from './structure.ts';

/** Hundredths of a point are finer than any printer. */
export const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** Red, green and blue, or a grey; 0 to 1. */
export type Ink = readonly [number, number, number] | number;

/**
 * A stretch of text: where its first glyph stands, from the top left of the page, and its codes. It may begin elsewhere on its line,
 * at `from`, with codes without width.
 */
export type ShownText = { x: number; y: number; codes: string; from?: Beginning | undefined };
type Beginning = { x: number; codes: string };

export type Box = { x: number; y: number; width: number; height: number };

/** Inside of the dictionary of resources that pages share. */
export type Resources = { fonts: string; shared: Reference };

export class Page {
  readonly reference: Reference;
  readonly #objects: Objects;
  readonly #structure: Structure;
  readonly #size: readonly [number, number];
  readonly #resources: Resources;
  #content: string[] = [];
  /** By the identifiers of their content. */
  #elements: Reference[] = [];
  #annotations: Reference[] = [];
  #pictures = new Map<string, Reference>();
  #font = '';
  #ink = '0 g';

  constructor(structure: Structure, size: readonly [number, number], resources: Resources) {
    this.#objects = structure.objects;
    this.#structure = structure;
    this.#size = size;
    this.#resources = resources;
    this.reference = this.#objects.reference();
  }

  /** What follows is of the element, until `close`. */
  open(element: StructureElement): void {
    const mcid = this.#elements.push(element.reference) - 1;
    element.content(this.reference, mcid);
    this.#content.push(`/${element.type}<</MCID ${mcid}>>BDC`);
  }
  openArtifact(type: 'Pagination' | 'Layout'): void {
    this.#content.push(`/Artifact<</Type/${type}>>BDC`);
  }
  close(): void {
    this.#content.push('EMC');
  }

  text(font: string, size: number, ink: Ink, shown: readonly ShownText[]): void {
    const height = this.#size[1];
    let left = 0;
    let base = 0;
    let out = `BT${this.#state(font, size, ink)}`;
    for (const { x, y, codes, from } of shown) {
      const nextLeft = hundredth(from?.x ?? x);
      const nextBase = hundredth(height - y);
      out += `\n${number(nextLeft - left)} ${number(nextBase - base)} Td`;
      // Of two numbers, because pdf.js loses the first one after a mark.
      out += from ? `[(${from.codes})-1 ${number(((nextLeft - x) * 1000) / size + 1)}(${codes})]TJ` : `(${codes})Tj`;
      left = nextLeft;
      base = nextBase;
    }
    this.#content.push(`${out}\nET`);
  }

  #state(font: string, size: number, ink: Ink): string {
    let out = '';
    const [chosen, coloured] = [
      `/${font} ${number(size)} Tf`,
      typeof ink === 'number' ? `${number(ink)} g` : `${ink.map(number).join(' ')} rg`,
    ];
    if (coloured !== this.#ink) out += ` ${(this.#ink = coloured)}`;
    if (chosen !== this.#font) out += ` ${(this.#font = chosen)}`;
    return out;
  }

  /** A line across, `y` from the top. */
  rule(left: number, right: number, y: number, width: number): void {
    const base = number(this.#size[1] - y);
    this.#content.push(`q ${number(width)} w 0.6 G ${number(left)} ${base} m ${number(right)} ${base} l S Q`);
  }

  /** Boxes filled in one colour, behind what is drawn next. */
  fill(boxes: readonly Box[], ink: Ink): void {
    const colour = typeof ink === 'number' ? `${number(ink)} g` : `${ink.map(number).join(' ')} rg`;
    const drawn = boxes.map(({ x, y, width, height }) => `${[x, this.#size[1] - y - height, width, height].map(number).join(' ')} re`);
    this.#content.push(`q ${colour} ${drawn.join(' ')} f Q`);
  }

  /** `turned`: how the picture lies in its file (Exif 2.3 4.6.4 Orientation). */
  picture(label: string, object: Reference, box: Box, turned = 1): void {
    this.#pictures.set(label, object);
    const [a, b, c, d, e, f] = ORIENTATIONS[turned - 1] ?? ORIENTATIONS[0]!;
    const [x, y, width, height] = [box.x, this.#size[1] - box.y - box.height, box.width, box.height];
    const matrix = [a * width, b * height, c * width, d * height, e * width + x, f * height + y].map(number).join(' ');
    this.#content.push(`q ${matrix} cm /${label} Do Q`);
  }

  /** A link of the element over a box; `target`: its action or destination. Words tell where it leads. */
  link(element: StructureElement, { x, y, width, height }: Box, target: string, words: string): void {
    const annotation = this.#objects.reference();
    const top = this.#size[1] - y;
    const box = [x, top - height, x + width, top].map(number).join(' ');
    const key = this.#structure.key(element.reference);
    this.#objects.write(
      annotation,
      `<</Type/Annot/Subtype/Link/Rect[${box}]/Border[0 0 0]/F 4/StructParent ${key}${target}/Contents ${textString(words)}>>`,
    );
    element.object(this.reference, annotation);
    this.#annotations.push(annotation);
  }

  /** Writes it. */
  end(pages: Reference): void {
    const objects = this.#objects;
    const content = objects.reference();
    objects.stream(content, '', Buffer.from(this.#content.join('\n'), 'latin1'));
    const { fonts, shared } = this.#resources;
    const pictures = [...this.#pictures].map(([label, object]) => `/${label} ${object}`).join('');
    const resources = pictures ? `<<${fonts}/XObject<<${pictures}>>>>` : ` ${shared}`;
    let parents = '';
    if (this.#elements.length > 0) {
      const elements = objects.reference();
      objects.write(elements, `[${this.#elements.join(' ')}]`);
      parents = `/StructParents ${this.#structure.key(elements)}`;
    }
    const annotations = this.#annotations.length > 0 ? `/Annots[${this.#annotations.join(' ')}]` : '';
    const box = `[0 0 ${this.#size.map(number).join(' ')}]`;
    // Links are reached in the order of the structure (ISO 14289-1 7.18.3).
    const entries = `/MediaBox${box}/Contents ${content}/Resources${resources}${parents}/Tabs/S${annotations}`;
    objects.write(this.reference, `<</Type/Page/Parent ${pages}${entries}>>`);
  }
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** What brings the unit square of a picture upright, by its orientation from 1. */
const ORIENTATIONS: readonly (readonly [number, number, number, number, number, number])[] = [
  [1, 0, 0, 1, 0, 0],
  [-1, 0, 0, 1, 1, 0],
  [-1, 0, 0, -1, 1, 1],
  [1, 0, 0, -1, 0, 1],
  [0, -1, -1, 0, 1, 1],
  [0, -1, 1, 0, 0, 1],
  [0, 1, 1, 0, 0, 0],
  [0, 1, -1, 0, 1, 0],
];
