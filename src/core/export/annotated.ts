// An article with what people wrote on its text, as it is given out: marked corrections in the reading that is asked for, notes
// as footnotes of their places, highlights in their colours, and what has no place in the text as a list behind it.
// Pure: (item, options) → item.
import type { Annotation, AnnotationColour } from '#contract/annotation.ts';
import { anchorOf, textOfField, wordsIn } from '#contract/annotation-text.ts';
import type { ExportOptions } from '#contract/contract.ts';
import type { Block, Item } from '#contract/item.ts';
import type { PrintLabels } from '#i18n/print.ar.ts';
import { placeOf } from '../catalog/annotations.ts';
import { cellsIn } from './cells.ts';
import { labelsFor } from './labels.ts';

/** A stretch of one text that becomes another, or, when it is empty, what is put in. */
type Splice = { readonly start: number; readonly end: number; readonly text: string };
type Placed = { readonly annotation: Annotation; readonly start: number; readonly end: number };
/** A stretch of a text in the colour of its highlight, in UTF-16 units. */
export type Tint = { readonly start: number; readonly end: number; readonly colour: AnnotationColour };
export type AnnotatedBlock = Block & { tints?: Tint[] };
export type AnnotatedItem = Item & { body: AnnotatedBlock[]; titleTints?: Tint[] };
type Options = Pick<ExportOptions, 'notes' | 'sic' | 'language' | 'labels'>;

export function annotatedItem(item: Item, options: Options): AnnotatedItem {
  const { annotations = [] } = item;
  if (annotations.length === 0) return item;
  const labels = labelsFor(item, options);
  const placed = annotations.flatMap((annotation): Placed[] => {
    const place = placeOf(textOfField(item, annotation.target.field), annotation);
    return place ? [{ annotation, ...place }] : [];
  });
  const within = (field: 'title' | 'body'): Placed[] => placed.filter(({ annotation }) => annotation.target.field === field);
  const notes = options.notes !== 'off';
  const corrections = (all: readonly Placed[]): Splice[] => correctionsOf(all, options.sic ?? 'marked', labels.sic);
  const body = notedBody(item.body, within('body'), corrections, notes);
  const titled = corrections(within('title'));
  return {
    ...item,
    title: spliced(item.title, titled),
    titleTints: notes ? tintsOf(within('title'), 0, item.title.length, titled) : [],
    body: notes ? [...body, ...listed(annotations, placed, labels)] : body,
  };
}

function correctionsOf(placed: readonly Placed[], sic: NonNullable<Options['sic']>, mark: string): Splice[] {
  if (sic === 'faithful') return [];
  const all = placed.filter(({ annotation }) => annotation.motivation === 'editing');
  return sic === 'marked'
    ? all.map(({ end }) => ({ start: end, end, text: ` ${mark}` }))
    : all.map(({ annotation, start, end }) => ({ start, end, text: wordsIn(annotation) }));
}

/** Those that reach into one that stands before them are passed over. */
function ordered(splices: readonly Splice[]): Splice[] {
  const taken: Splice[] = [];
  for (const one of splices.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (one.start >= (taken.at(-1)?.end ?? 0)) taken.push(one);
  }
  return taken;
}

function spliced(text: string, splices: readonly Splice[]): string {
  let at = 0;
  let out = '';
  for (const { start, end, text: by } of ordered(splices)) {
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}

/** Where an offset of the text has gone; `behind` what was put in at it. */
function shifted(offset: number, splices: readonly Splice[], behind = false): number {
  let shift = 0;
  for (const { start, end, text } of ordered(splices)) {
    if (end > offset || (!behind && start === end && start === offset)) break;
    shift += text.length - (end - start);
  }
  return offset + shift;
}

/** Of highlights and notes, in the stretch of the field from `from` to `to`, as the text is after the splices. */
function tintsOf(placed: readonly Placed[], from: number, to: number, splices: readonly Splice[]): Tint[] {
  return placed.flatMap(({ annotation, start, end }) => {
    if (annotation.motivation === 'editing' || start >= to || end <= from) return [];
    const [first, last] = [Math.max(start, from) - from, Math.min(end, to) - from];
    return [{ start: shifted(first, splices), end: shifted(last, splices), colour: annotation.colour ?? 'yellow' }];
  });
}

function notedBody(
  body: readonly Block[],
  placed: readonly Placed[],
  corrections: (placed: readonly Placed[]) => Splice[],
  notes: boolean,
): AnnotatedBlock[] {
  let from = 0;
  // Notes on rows stand behind their table: between rows they would part it.
  let waiting: Block[] = [];
  const out = body.flatMap((block): AnnotatedBlock[] => {
    const before = block.cells === undefined ? waiting : [];
    if (block.cells === undefined) waiting = [];
    const to = from + block.text.length;
    const inside = (at: number): boolean => at >= from && at <= to;
    const here = placed
      .filter(({ start, end }) => inside(start) && inside(end))
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from }));
    // A note on several blocks is marked at its end.
    const marked = placed
      .filter(({ annotation, end }) => annotation.motivation === 'commenting' && end > from && end <= to)
      .map((one) => ({ ...one, end: one.end - from }));
    const splices = corrections(here);
    const tints = notes ? tintsOf(placed, from, to, splices) : [];
    from = to + 1;
    if (splices.length === 0 && tints.length === 0 && (marked.length === 0 || !notes)) return [...before, block];
    const moved = <T extends { start: number; end: number }>(one: T): T => ({
      ...one,
      start: shifted(one.start, splices),
      end: shifted(one.end, splices),
    });
    const noted = notes && block.note === undefined ? marked : [];
    const own = noted.map(({ annotation, end }) => ({ start: shifted(end, splices), end: shifted(end, splices), note: annotation.id }));
    const next: AnnotatedBlock = { ...block, text: spliced(block.text, splices) };
    if (tints.length > 0) next.tints = tints;
    if (block.cells)
      next.cells = cellsIn(
        next.text,
        { text: block.text, cells: block.cells },
        (at) => shifted(at, splices),
        (at) => shifted(at, splices, true),
      );
    if (block.links) next.links = block.links.map(moved);
    if (block.marks || own.length > 0) next.marks = [...(block.marks ?? []).map(moved), ...own];
    const feet = noted.map(({ annotation }): Block => ({ kind: 'paragraph', text: wordsIn(annotation), note: annotation.id }));
    if (block.cells === undefined) return [...before, next, ...feet];
    waiting = [...waiting, ...feet];
    return [next];
  });
  return [...out, ...waiting];
}

/** Behind the text: highlights, notes on the title, and what lost its place. */
function listed(annotations: readonly Annotation[], placed: readonly Placed[], labels: PrintLabels): Block[] {
  const found = new Set(placed.map(({ annotation }) => annotation));
  const lines = annotations.flatMap((one): string[] => {
    const { motivation, target } = one;
    const orphan = !found.has(one);
    if (motivation === 'editing' && !orphan) return [];
    if (motivation === 'commenting' && !orphan && target.field === 'body') return [];
    const quote = `«${anchorOf(one).exact.replaceAll('\n', ' ')}»`;
    const words = wordsIn(one);
    return [`${quote}${words ? `: ${words}` : ''}${orphan ? ` (${labels.orphan})` : ''}`];
  });
  if (lines.length === 0) return [];
  return [{ kind: 'heading', text: labels.onTheText }, ...lines.map((text): Block => ({ kind: 'paragraph', text }))];
}
