// Footnotes of a page: short links to what stands further down in it.
import type { Block } from '#contract/item.ts';
import type { DomElement } from './dom.ts';

/** What a mark looks like: a number, a star or a letter, in brackets or not. */
const mark = /^[[(]?\s*(?:[0-9٠-٩۰-۹]{1,3}|[*†‡§]{1,3}|[a-z])\s*[\])]?$/iu;

/** Of each mark, the element of its note. Links back from notes lead up, so they are none. */
export function noteMarks(root: DomElement): Map<DomElement, DomElement> {
  const marks = new Map<DomElement, DomElement>();
  const order = new Map<DomElement, number>();
  const named = new Map<string, DomElement>();
  let at = 0;
  for (const element of root.querySelectorAll('a[href^="#"], [id]')) {
    order.set(element, at++);
    if (element.id && !named.has(element.id)) named.set(element.id, element);
  }
  for (const anchor of order.keys()) {
    const href = anchor.localName === 'a' ? anchor.getAttribute('href') : null;
    if (!href?.startsWith('#') || !isMark(anchor)) continue;
    const target = named.get(decoded(href.slice(1)));
    if (target && order.get(target)! > order.get(anchor)! && !target.contains(anchor)) marks.set(anchor, target);
  }
  return marks;
}

/** Numbers are left to those who show them where the page says that it is a mark (DPUB-ARIA 1.0). */
const isMark = (anchor: DomElement): boolean => {
  const words = anchor.textContent.trim();
  return mark.test(words) || (words === '' && anchor.getAttribute('role') === 'doc-noteref');
};

/** A sign that leads from a note to its mark. */
export const isWayBack = (element: DomElement): boolean =>
  element.localName === 'a' &&
  (element.getAttribute('role') === 'doc-backlink' ||
    (element.getAttribute('href')?.startsWith('#') === true && /^[↩↑⇧⏎⤴↵^][\ufe0e\ufe0f]?$/u.test(element.textContent.trim())));

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Gives the name of a note to its blocks: those within its element, or the one that its element stands in. */
export function nameNote(note: DomElement, blocks: readonly Block[], places: readonly DomElement[]): void {
  const within = blocks.filter((_, at) => note.contains(places[at]!));
  const found = within.length > 0 ? within : blocks.filter((_, at) => places[at]!.contains(note)).slice(-1);
  for (const block of found) if (!block.cells) block.note ??= note.id;
}
