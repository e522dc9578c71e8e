// Between what is selected in the window and where it stands in the article's text.
import type { AnnotatedField } from '#contract/annotation.ts';
import { offsetInFull, offsetShown } from '#text/tashkeel.ts';

/** A stretch of a field's text, in UTF-16 units. */
export type Chosen = { readonly field: AnnotatedField; readonly start: number; readonly end: number; readonly exact: string };

/** What is drawn of a text is in elements that say which stretch of which field they show. */
const SHOWN = '[data-from]';
const textNode = (element: Element): Text | null => {
  const first = element.firstChild;
  return first instanceof Text ? first : null;
};
const fieldOf = (element: Element): AnnotatedField | undefined =>
  element.closest<HTMLElement>('[data-field]')?.dataset['field'] as AnnotatedField | undefined;
const from = (element: HTMLElement): number => Number(element.dataset['from']);
const full = (element: HTMLElement): string => element.dataset['full'] ?? element.textContent;

/** Undefined when no text of the article is selected. What reaches from the title into the body is chosen of the title. */
export function chosenIn(article: HTMLElement, selection: Selection | null, textOf: (field: AnnotatedField) => string): Chosen | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return undefined;
  const shown = [...article.querySelectorAll<HTMLElement>(SHOWN)].filter((one) => range.intersectsNode(one));
  const field = shown[0] && fieldOf(shown[0]);
  const same = shown.filter((one) => fieldOf(one) === field);
  const [first, last] = [same[0], same.at(-1)];
  if (!field || !first || !last) return undefined;
  const within = (element: HTMLElement, container: Node, offset: number, otherwise: number): number =>
    textNode(element) === container ? from(element) + offsetInFull(full(element), offset) : otherwise;
  const text = textOf(field);
  let start = within(first, range.startContainer, range.startOffset, from(first));
  let end = within(last, range.endContainer, range.endOffset, from(last) + full(last).length);
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return start < end ? { field, start, end, exact: text.slice(start, end) } : undefined;
}

/** Selects a stretch where it is shown. */
export function select(article: HTMLElement, { field, start, end }: Omit<Chosen, 'exact'>): void {
  const shown = [...article.querySelectorAll<HTMLElement>(SHOWN)].filter((one) => fieldOf(one) === field);
  const at = (offset: number, isEnd: boolean): [Text, number] | undefined => {
    const element = shown.find((one) => {
      const [begins, ends] = [from(one), from(one) + full(one).length];
      return isEnd ? begins < offset && offset <= ends : begins <= offset && offset < ends;
    });
    const node = element && textNode(element);
    return node ? [node, Math.min(node.length, offsetShown(full(element), offset - from(element)))] : undefined;
  };
  const [first, last] = [at(start, false), at(end, true)];
  if (!first || !last) return;
  getSelection()?.setBaseAndExtent(...first, ...last);
  first[0].parentElement?.scrollIntoView({ block: 'nearest' });
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}ـ]*/gu;
export type Word = Omit<Chosen, 'exact'> & { readonly line: number };

/** The words of an article, title first, with the line that each is in. */
export function wordsOf(textOf: (field: AnnotatedField) => string): Word[] {
  let line = 0;
  return (['title', 'body'] as const).flatMap((field) => {
    let offset = 0;
    return textOf(field)
      .split('\n')
      .flatMap((text) => {
        const found = [...text.matchAll(word)].map(({ index, 0: one }) => ({
          field,
          start: offset + index,
          end: offset + index + one.length,
          line,
        }));
        offset += text.length + 1;
        line++;
        return found;
      });
  });
}
