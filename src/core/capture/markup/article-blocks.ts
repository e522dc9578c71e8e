// The blocks of a region, sorted: the article's own, and those a rule took, with what their labels say.
import type { Block, Provenance } from '#contract/item.ts';
import { isHeadline } from '../document.ts';
import { oneLine } from '../legible.ts';
import { type Line, linesOf } from '../lines.ts';
import { bylineRule, dateRule, labelRule, type Notes } from '../note.ts';
import { furnitureRule, isBreadcrumb, isEnding, isNavigation, isRights, leadsElsewhere } from '../recognise.ts';
import { foldedWords } from '../lines.ts';
import { timeWords } from '../rules/time-words.ts';
import { pictureBlock } from './block-writer.ts';
import { type PlacedBlock, placedBlocksOf } from './blocks.ts';
import type { DomElement } from './dom.ts';
import { isParagraph, isSentence, proseOf } from '../prose.ts';
import { noRules, type PageRules } from '../rules/packs.ts';
import { authorLabels, bylines, headLabels, signedLabels } from '../rules/labels.ts';
import { boxNames, furnitureNames, outsideNames } from '../rules/page-parts.ts';

/** A block is a row of links when they cover so much of it. */
const LINKED = 0.6;
/** Labels stand in short blocks. */
const LABEL = 200;
const SIGNATURE_WORDS = 12;

export type Sorted = Notes & { body: Block[]; removed: Provenance['removed'] };

/** What the page said of it: `title` is what is printed above. */
export type Known = { readonly title: string; readonly creators: readonly string[] };

/** `root` is the article's region; `kept` those elements of it that Readability kept. */
export function sortBlocks(
  placed: readonly PlacedBlock[],
  root: DomElement,
  kept: ReadonlySet<DomElement> | undefined,
  { title, creators }: Known,
  rules: PageRules = noRules,
): Sorted {
  const sorted: Sorted = { creators: [], dates: {}, body: [], removed: [] };
  const parts = new Map<DomElement, boolean>();
  const lines = placed.map(({ block }) => lineOf(block.text));
  const linked = placed.map((one) => isLinked(one));
  const isAside = (at: number): boolean => linked[at]! || isPart(placed[at]!.element, root, parts);
  const paragraphs = new Set(lines.keys().filter((at) => isParagraph(lines[at]!) && !isAside(at)));
  const asides = new Set(lines.filter((_, at) => isAside(at)));
  const prose = proseOf(lines, paragraphs, (line) => asides.has(line));
  const firstLong = prose?.start ?? -1;
  const lastLong = prose ? prose.end - 1 : -1;
  const titleKey = lineOf(title).words.join(' ');
  const names = new Set(creators.map((name) => foldedWords(name).join(' ')));
  let ended = false;
  for (const [at, { block, element, pictures }] of placed.entries()) {
    const line = lines[at]!;
    const head = at < firstLong && block.text.length <= LABEL;
    const verdict = rules.verdict(line);
    const rule = (): string | undefined => {
      if (verdict === 'keep') return undefined;
      if (verdict) return verdict.rule;
      if (isEnding(line)) return 'ending';
      if (linked[at] && leadsElsewhere(line)) return 'leads-elsewhere';
      if (ended && at > lastLong) return 'after-article';
      if (line.words.join(' ') === titleKey && at <= Math.max(firstLong, 3)) return 'repeated';
      const labelled =
        block.text.length <= LABEL
          ? (labelRule(line, sorted) ?? (head ? (bylineRule(line, sorted) ?? dateRule(line, sorted)) : undefined))
          : undefined;
      if (labelled) return labelled;
      if (at !== firstLong && isSignature(line, names)) return 'signature';
      if (isPart(element, root, parts)) return 'page-part';
      if (isBreadcrumb(line)) return 'breadcrumb';
      if (line.words.length > 0 && furnitureRule(line)) return 'furniture';
      if (isRights(line)) return 'rights';
      if (head && isNavigation(line)) return 'menu';
      if (linked[at] && kept && !isKept(element, kept)) return 'links';
      if (linked[at] && at > lastLong && lastLong >= 0) return 'links';
      return undefined;
    };
    const taken = block.text === '' ? undefined : rule();
    for (const { picture, element: image } of pictures)
      if (!isPart(image, root, parts) && (taken === undefined || kept?.has(image))) sorted.body.push(pictureBlock(picture));
    if (block.text === '') continue;
    if (taken === 'ending' || (typeof verdict === 'object' && verdict.ending)) ended = lastLong >= 0 && at > firstLong;
    if (taken === undefined) sorted.body.push(block);
    else sorted.removed.push({ text: block.text, rule: taken, at: sorted.body.length });
  }
  return sorted;
}

const beside = new Set([...timeWords, ...authorLabels, ...bylines, ...headLabels, ...signedLabels].flatMap(foldedWords));

/** A name that is known to be the author's, with a label or an hour beside it. */
function isSignature(line: Line, names: ReadonlySet<string>): boolean {
  if (names.size === 0 || line.words.length > SIGNATURE_WORDS) return false;
  const own = line.words.filter((word) => !beside.has(word) && !/^\d/.test(word)).join(' ');
  return names.has(own);
}

export const lineOf = (text: string): Line =>
  linesOf(text.replace(/\s+/gu, ' '))[0] ?? { text: '', words: [], blankBefore: true, number: 0 };

/** Of a page whose head and headings name none: what stands first in its region and can be a headline. */
export function headlineOf(placed: readonly PlacedBlock[]): string | undefined {
  const first = placed.find(({ block }) => block.text !== '');
  const line = first && lineOf(first.block.text);
  if (!line || isLinked(first) || !isHeadline(first.block) || isNavigation(line) || isBreadcrumb(line) || furnitureRule(line))
    return undefined;
  return placed.length > 1 ? oneLine(first.block.text) : undefined;
}

/** A row of links, or words within one link. */
export const isLinked = ({ block, element, linked }: PlacedBlock): boolean =>
  linked >= block.text.length * LINKED || element.closest('a[href]') !== null;

const isKept = (element: DomElement, kept: ReadonlySet<DomElement>): boolean => kept.has(element);

/** In a part of the page that by its name is no article: sharing, comments, related stories. */
function isPart(element: DomElement, root: DomElement, known: Map<DomElement, boolean>): boolean {
  if (element === root) return false;
  const found = known.get(element);
  if (found !== undefined) return found;
  const own = isPartItself(element);
  const part = own || (element.parentNode !== null && element.parentNode !== root && isPart(element.parentNode, root, known));
  known.set(element, part);
  return part;
}

function isPartItself(element: DomElement): boolean {
  if (/^(?:nav|footer)$/.test(element.localName)) return true;
  if (element.localName === 'form') return element.querySelector('p') === null;
  if (element.localName === 'aside') return !hasProse(element);
  if (/^(?:navigation|complementary|search|banner|contentinfo)$/.test(element.getAttribute('role') ?? '')) return true;
  const names = `${element.className} ${element.id}`;
  return names.length > 1 && (furnitureNames.test(names) || outsideNames.test(names) || (boxNames.test(names) && !hasProse(element)));
}

const hasProse = (element: DomElement): boolean =>
  placedBlocksOf(element).some((one) => (isParagraph(lineOf(one.block.text)) || isSentence(lineOf(one.block.text))) && !isLinked(one));
