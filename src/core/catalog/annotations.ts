// Notes, highlights and marked corrections of an item: made, changed, and kept in their places while its text changes. Pure.
import type { AnnotatedField, Annotation, AnnotationColour, NewAnnotation } from '#contract/annotation.ts';
import { anchorOf, textOfField, wordsIn } from '#contract/annotation-text.ts';
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { type Anchor, locate, moved, quoteAt, type Stretch } from '#text/anchor.ts';
import { sameValue } from './change.ts';

/** Where an annotation stands in its field's text; undefined for an orphan. A correction is of a spelling, so it takes no other. */
export function placeOf(text: string, annotation: Annotation): Stretch | undefined {
  return locate(text, anchorOf(annotation), { folded: annotation.motivation !== 'editing' });
}

const targetAt = (text: string, field: AnnotatedField, stretch: Stretch): Annotation['target'] => ({
  field,
  selector: [
    { type: 'TextPositionSelector', start: stretch.start, end: stretch.end },
    { type: 'TextQuoteSelector', ...quoteAt(text, stretch) },
  ],
});

/** Throws annotation.no-such-text, annotation.empty. */
export function withAnnotation(item: Item, wanted: NewAnnotation, made: { id: string; at: string }): Item {
  const { field, motivation, colour } = wanted;
  const value = wanted.value.trim();
  const text = textOfField(item, field);
  const stretch = stretchOf(text, wanted);
  if (motivation !== 'highlighting' && value === '') throw new Failure('annotation.empty', {});
  if (!stretch) throw new Failure('annotation.no-such-text', { text: wanted.exact });
  const annotation: Annotation = {
    id: made.id,
    motivation,
    ...(value === '' ? {} : { body: { type: 'TextualBody', value } }),
    ...(colour === undefined ? {} : { colour }),
    target: targetAt(text, field, stretch),
    created: made.at,
  };
  return { ...item, annotations: inOrder(item, [...(item.annotations ?? []), annotation]), revision: item.revision + 1 };
}

function stretchOf(text: string, { exact, start, nth }: NewAnnotation): Stretch | undefined {
  if (exact.trim() === '') return undefined;
  const trimmed = trimmedStretch(exact);
  if (start !== undefined) {
    const from = start + trimmed.start;
    const anchor: Anchor = { start: from, end: start + trimmed.end, exact: exact.trim(), prefix: '', suffix: '' };
    return text.startsWith(anchor.exact, from) ? { start: from, end: anchor.end } : undefined;
  }
  let at = -1;
  for (let n = 0; n < nth; n++) {
    at = text.indexOf(exact.trim(), at + 1);
    if (at < 0) break;
  }
  if (at >= 0) return { start: at, end: at + exact.trim().length };
  return nth === 1 ? locate(text, { start: 0, end: 0, exact: exact.trim(), prefix: '', suffix: '' }, { folded: true }) : undefined;
}

const trimmedStretch = (exact: string): Stretch => ({ start: exact.length - exact.trimStart().length, end: exact.trimEnd().length });

/** Title first, then as they stand in the text; those that stand nowhere last. */
function inOrder(item: Item, annotations: readonly Annotation[]): Annotation[] {
  const places = new Map(
    annotations.map((one) => {
      const place = placeOf(textOfField(item, one.target.field), one);
      return [one, place ? [one.target.field === 'title' ? 0 : 1, place.start, place.end] : [2, 0, 0]] as const;
    }),
  );
  return annotations.toSorted((a, b) => {
    const [one, other] = [places.get(a)!, places.get(b)!];
    return one[0]! - other[0]! || one[1]! - other[1]! || one[2]! - other[2]!;
  });
}

function found(item: Item, id: string): Annotation {
  const annotation = item.annotations?.find((one) => one.id === id);
  if (!annotation) throw new Failure('annotation.missing', { annotation: id });
  return annotation;
}

/** Throws annotation.missing, annotation.empty. */
export function withAnnotationEdited(
  item: Item,
  { annotation: id, value, colour }: { annotation: string; value?: string | undefined; colour?: AnnotationColour | undefined },
  at: string,
): Item {
  const before = found(item, id);
  const words = value?.trim() ?? wordsIn(before);
  if (words === '' && before.motivation === 'editing') throw new Failure('annotation.empty', {});
  // A note whose words are taken away is the highlight under it; a highlight that is given words is a note.
  const motivation = before.motivation === 'editing' ? 'editing' : words === '' ? 'highlighting' : 'commenting';
  const { body: _, ...rest } = before;
  const after: Annotation = {
    ...rest,
    motivation,
    ...(words === '' ? {} : { body: { ...before.body, type: 'TextualBody', value: words } }),
    ...(colour === undefined ? {} : { colour }),
  };
  if (sameValue(before, after)) return item;
  const annotations = item.annotations!.map((one) => (one === before ? { ...after, modified: at } : one));
  return { ...item, annotations, revision: item.revision + 1 };
}

/** Throws annotation.missing. */
export function withoutAnnotation(item: Item, id: string): Item {
  const gone = found(item, id);
  const annotations = item.annotations!.filter((one) => one !== gone);
  const next: Item = { ...item, annotations, revision: item.revision + 1 };
  if (annotations.length === 0) delete next.annotations;
  return next;
}

/** After an edit of the text: each annotation where its words went. Those whose words are gone stay as they were, as orphans. */
export function reanchored(before: Item, after: Item): Item {
  const { annotations } = after;
  if (!annotations || annotations.length === 0 || before === after || !sameValue(before.annotations, annotations)) return after;
  const texts = (['title', 'body'] as const).map((field) => [field, [textOfField(before, field), textOfField(after, field)]] as const);
  const textsOf = new Map(texts);
  const next = annotations.map((one): Annotation => {
    const { field } = one.target;
    const [was, is] = textsOf.get(field)!;
    const place = was === is ? undefined : placeOf(was!, one);
    if (!place) return one;
    const stretch = moved(was!, is!, place, { grow: one.motivation !== 'editing' }) ?? placeOf(is!, one);
    return stretch ? { ...one, target: { ...one.target, ...targetAt(is!, field, stretch) } } : one;
  });
  return sameValue(next, annotations) ? after : { ...after, annotations: inOrder(after, next) };
}

/** Words around a correction that a phrase may reach over. */
const AROUND = 4;
const lastWords = new RegExp(`(?:\\S+\\s+){0,${AROUND}}\\S*$`, 'u');
const firstWords = new RegExp(`^\\S*(?:\\s+\\S+){0,${AROUND}}`, 'u');

/** The corrected readings of a field, each among the words that it stands between, so that a phrase across it is found too. */
export function correctedReadings(item: Pick<Item, 'title' | 'body' | 'annotations'>, field: AnnotatedField): string[] {
  const corrections = (item.annotations ?? []).filter(({ motivation, target }) => motivation === 'editing' && target.field === field);
  if (corrections.length === 0) return [];
  const text = textOfField(item, field);
  return corrections.map((one) => {
    const place = placeOf(text, one);
    if (!place) return wordsIn(one);
    const line = { start: text.lastIndexOf('\n', place.start - 1) + 1, end: text.indexOf('\n', place.end) };
    const before = lastWords.exec(text.slice(Math.max(line.start, place.start - 200), place.start))?.[0] ?? '';
    const after = firstWords.exec(text.slice(place.end, line.end < 0 ? undefined : line.end).slice(0, 200))?.[0] ?? '';
    return `${before}${wordsIn(one)}${after}`;
  });
}

/** What people wrote beside the text. */
export const notesOf = ({ annotations = [] }: Pick<Item, 'annotations'>): string[] =>
  annotations.filter(({ motivation }) => motivation === 'commenting').map(wordsIn);
