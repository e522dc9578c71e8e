// Where the article stands on a page: Readability finds the region, the rules of this house decide what of it is kept.
import { Readability } from '@mozilla/readability';
import { isLinked } from './article-blocks.ts';
import { placedBlocksOf } from './blocks.ts';
import { type DomDocument, type DomElement, isElement } from './dom.ts';
import { parseHTML } from 'linkedom';

/**
 * Readability goes over all elements several times, and reads each again for each that it stands in: their number and their depths,
 * added up, are what it takes. Pages of the press stay below 80,000; beyond this its scores are not worth the wait.
 */
const MOST_WEIGHT = 250_000;
const EACH = 15;
const mark = 'data-warraq';

export type Region = { readonly root: DomElement /** Elements whose text Readability kept. */; readonly kept: ReadonlySet<DomElement> };

/** Undefined when no region of the page stands out. */
export function regionOf(page: DomDocument): Region | undefined {
  const elements = [...page.querySelectorAll('body *')];
  if (elements.length === 0 || weightOf(page.body) > MOST_WEIGHT) return undefined;
  for (const [i, element] of elements.entries()) element.setAttribute(mark, String(i));
  const copy = parseHTML(page.toString()).document;
  for (const element of elements) element.removeAttribute(mark);
  const found = readWith(copy);
  if (!found) return undefined;
  const kept = new Set<DomElement>();
  for (const element of found.querySelectorAll(`[${mark}]`)) kept.add(elements[Number(element.getAttribute(mark))]!);
  const texts = [...kept].filter((element) => ownText(element) > 0);
  const root = commonAncestor(texts);
  return root && { root: widened(root), kept };
}

function weightOf(root: DomElement): number {
  let weight = 0;
  const walk = (element: DomElement, depth: number): void => {
    weight += EACH + depth;
    for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) walk(child, depth + 1);
  };
  walk(root, 0);
  return weight;
}

const WORDS = 20;

/** Readability chooses one section of many: outer ones whose paragraphs stand directly in them are the article's too. */
function widened(root: DomElement): DomElement {
  let widest = root;
  for (let outer = root.parentNode; outer; outer = outer.parentNode) {
    const own = [...outer.childNodes].filter((node): node is DomElement => isElement(node) && !node.contains(root) && isProse(node));
    if (own.length > 0) widest = outer;
  }
  return widest;
}

/** A paragraph, or a box of one or two, that is no row of links. */
function isProse(element: DomElement): boolean {
  if (!/^(?:p|div)$/.test(element.localName) || element.querySelector('ul,ol,form,h1,h2,h3,h4,h5,h6,img') !== null) return false;
  const blocks = placedBlocksOf(element);
  return blocks.length <= 3 && blocks.some((one) => one.block.text.split(' ').length >= WORDS) && !blocks.some((one) => isLinked(one));
}

function readWith(copy: unknown): DomElement | undefined {
  try {
    const options = { charThreshold: 200, keepClasses: true, disableJSONLD: true, serializer: (element: unknown) => element };
    return (new Readability(copy as never, options as never).parse()?.content as unknown as DomElement | undefined) ?? undefined;
  } catch {
    // It was written for browsers; a page that trips it is read whole.
    return undefined;
  }
}

function ownText(element: DomElement): number {
  let length = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) if (!isElement(child)) length += child.textContent.trim().length;
  return length;
}

function commonAncestor(elements: readonly DomElement[]): DomElement | undefined {
  let common = elements[0];
  for (const element of elements) while (common && !common.contains(element)) common = common.parentNode ?? undefined;
  return common;
}
