// What was written on an article, as it is drawn: where each stands in the title and in each block.
import type { Annotation } from '#contract/annotation.ts';
import { anchorOf, textOfField } from '#contract/annotation-text.ts';
import type { Item } from '#contract/item.ts';
import { locate, type Stretch } from '#text/anchor.ts';
import type { Drawn } from './annotated-text.tsx';

export type Placed = {
  readonly annotation: Annotation;
  /** In its field; undefined when its words are no longer there. */
  readonly place: Stretch | undefined;
  /** Of a note, as it is marked in the text. */
  readonly number: number | undefined;
};

export function placedOf(item: Item): Placed[] {
  let number = 0;
  return (item.annotations ?? []).map((annotation) => {
    const { motivation, target } = annotation;
    const place = locate(textOfField(item, target.field), anchorOf(annotation), { folded: motivation !== 'editing' });
    return { annotation, place, number: place && motivation === 'commenting' ? ++number : undefined };
  });
}

/** In a stretch of a field: a block, the title. Those over several blocks are drawn in each. */
export function drawnIn(placed: readonly Placed[], field: string, from: number, length: number): Drawn[] {
  return placed.flatMap(({ annotation, place, number }) => {
    if (!place || annotation.target.field !== field) return [];
    const [start, end] = [Math.max(place.start, from), Math.min(place.end, from + length)];
    if (start >= end) return [];
    return [{ annotation, start: start - from, end: end - from, ends: end === place.end, ...(number === undefined ? {} : { number }) }];
  });
}
