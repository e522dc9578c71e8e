// Texts marked up by scholars and journals (TEI P5, JATS): their elements as blocks, in the order they are read.
import type { Block } from '#contract/item.ts';
import { webAddress } from '../finish.ts';
import { BlockWriter, type Style } from './block-writer.ts';
import { attributeOf, descendantsOf, elementsOf, isNamed, lineIn, type Xml } from './xml.ts';

type Kind = Style['kind'];
const kinds: Readonly<Record<string, Kind>> = {
  ...named('paragraph', 'p ab trailer opener closer dateline salute signed byline speaker docTitle docAuthor docDate docImprint bibl ack'),
  ...named('verse', 'l verse-line'),
  ...named('list-item', 'item list-item def-item ref fn'),
  ...named('quote', 'disp-quote epigraph'),
  ...named('caption', 'figDesc caption'),
};
/** Within these a quotation, a title or a reference is a block; elsewhere it stands among words. */
const holders = new Set(
  'text front body back group div div1 div2 div3 sec app app-group ref-list fn-group abstract lg sp figure'.split(' '),
);
/** What editors put beside the text as it was printed, or what is no text. */
const beside = new Set('corr reg expan teiHeader front-stub graphic media object-id fw'.split(' '));
const parts = /^(?:div\d?|sec|app|ref-list|fn-group|abstract|lg)$/;
const SPACE = /^(?:lb|pb|cb|milestone|space|break)$/;
const DEEPEST_HEADING = 6;

function named(kind: Kind, names: string): Record<string, Kind> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/** Notes stand behind all other blocks, their marks where they were printed. */
export function scholarlyBlocks(roots: readonly (Xml | undefined)[]): Block[] {
  const writer = new BlockWriter();
  const notes: { xml: Xml; name: string }[] = [];
  const style = (xml: Xml, outer: Style, parent: Xml, depth: number): Style | undefined => {
    if (xml.name === 'head' || (xml.name === 'title' && (parts.test(parent.name) || holders.has(parent.name))))
      return { kind: 'heading', level: Math.min(Math.max(depth, 1), DEEPEST_HEADING) };
    if (/^(?:quote|q|cit)$/.test(xml.name)) return holders.has(parent.name) ? { kind: 'quote' } : undefined;
    if (/^(?:bibl|ref)$/.test(xml.name) && !/^(?:listBibl|ref-list|div\d?|back)$/.test(parent.name)) return undefined;
    const kind = kinds[xml.name];
    if (kind === undefined) return undefined;
    return kind === 'paragraph' && /^(?:quote|list-item|caption)$/.test(outer.kind) ? outer : { kind };
  };
  const walk = (xml: Xml, outer: Style, depth: number): void => {
    for (const child of xml.children) {
      if (typeof child === 'string') writer.add(child);
      else if (beside.has(child.name)) continue;
      else if (SPACE.test(child.name)) writer.add(attributeOf(child, 'break') === 'no' ? '' : ' ');
      else if (child.name === 'note' && !holders.has(xml.name)) {
        const name = `note-${notes.push({ xml: child, name: `note-${notes.length + 1}` })}`;
        writer.mark(writer.place, name);
      } else if (child.name === 'row' || child.name === 'tr') writeRow(child, outer);
      else {
        const inner = style(child, outer, xml, depth);
        const breaks =
          inner !== undefined || holders.has(child.name) || /^(?:list|table|table-wrap|thead|tbody|listBibl|note)$/.test(child.name);
        if (breaks) writer.end(outer);
        const start = writer.place;
        walk(child, inner ?? outer, parts.test(child.name) ? depth + 1 : depth);
        if (/^(?:ref|ptr|ext-link|uri)$/.test(child.name) && !breaks)
          writer.link(start, webAddress(attributeOf(child, 'target') ?? attributeOf(child, 'href')));
        if (breaks) writer.end(inner ?? outer);
      }
    }
  };
  const writeRow = (row: Xml, outer: Style): void => {
    writer.end(outer);
    const cells = elementsOf(row).filter((cell) => isNamed(cell, 'cell', 'td', 'th'));
    writer.row(cells.map((cell) => [{ kind: 'paragraph', text: lineIn(cell) }]));
  };
  const paragraph: Style = { kind: 'paragraph' };
  for (const root of roots) {
    if (!root) continue;
    walk(root, paragraph, 0);
    writer.end(paragraph);
  }
  for (const { xml, name } of notes) {
    const from = writer.blocks.length;
    walk(xml, paragraph, 0);
    writer.end(paragraph);
    writer.name(from, name);
  }
  return writer.whole();
}

/** The Arabic one of several that say the same in several languages, else the first. */
export function inArabic(elements: readonly Xml[]): Xml | undefined {
  return elements.find((one) => attributeOf(one, 'lang') === 'ar') ?? elements[0];
}

/** «الاسم الأسرة» of a name in its parts, else its words. */
export function nameOf(name: Xml | undefined): string {
  if (!name) return '';
  const part = (...names: string[]): string => lineIn(descendantsOf(name, ...names)[0]);
  const spoken = [part('forename', 'given-names'), part('surname')].filter(Boolean).join(' ');
  return spoken || lineIn(name);
}
