// Time along a line: every span from the first to the last, in the direction of reading. Pure.
import type { Survey, SpanUnit } from '#contract/survey.ts';
import { type Shape, type Speech, widthOf } from './drawing.ts';

type Spans = Pick<Survey, 'unit' | 'spans'>;

const monthOf = (at: string): number => Number(at.slice(0, 4)) * 12 + Number(at.slice(5)) - 1;
const four = (year: number): string => String(year).padStart(4, '0');

const next: Record<SpanUnit, (at: string) => string> = {
  month: (at) => `${four(Math.floor((monthOf(at) + 1) / 12))}-${String(((monthOf(at) + 1) % 12) + 1).padStart(2, '0')}`,
  year: (at) => four(Number(at) + 1),
  decade: (at) => four(Number(at) + 10),
};

/** The spans with those between them that no article falls into. */
export function everySpan({ unit, spans }: Spans): string[] {
  const [first, last] = [spans[0]?.at, spans.at(-1)?.at];
  if (first === undefined || last === undefined) return [];
  const all = [first];
  while (all.at(-1)! < last) all.push(next[unit](all.at(-1)!));
  return all;
}

/** The dates that a span lets through. */
export const timeOf = (at: string, unit: SpanUnit): { from: string; to: string } => ({
  from: at,
  to: unit === 'decade' ? four(Number(at) + 9) : at,
});

export type TimeAxis = {
  readonly spans: readonly string[];
  readonly step: number;
  readonly from: number;
  readonly to: number;
  /** Of the middle of a span. */
  readonly x: (place: number) => number;
};

/** `from`, `to`: of the space for it, in CSS pixels, from left to right. */
export function timeAxis(spans: readonly string[], from: number, to: number, direction: 'rtl' | 'ltr'): TimeAxis {
  const step = (to - from) / Math.max(1, spans.length);
  return { spans, step, from, to, x: (place) => (direction === 'rtl' ? to - (place + 0.5) * step : from + (place + 0.5) * step) };
}

const SIZE = 12;
const GAP = 12;

/** As many names of spans as there is room for; of months, the years stand below. `y`: of the upper line. */
export function axisLabels({ spans, step, from, to, x }: TimeAxis, unit: SpanUnit, y: number, speech: Speech): Shape[] {
  const label = (text: string, place: number, line: number, strong: boolean): Shape => ({
    kind: 'text',
    // The first and the last stay within the picture.
    x: Math.min(Math.max(x(place), from + widthOf(text, SIZE) / 2), Math.max(from, to - widthOf(text, SIZE) / 2)),
    y: y + line * 17,
    text,
    side: 'middle',
    size: SIZE,
    ink: strong ? 'ink' : 'soft',
    strong,
  });
  const every = (names: readonly string[]): number =>
    Math.max(1, Math.ceil((Math.max(0, ...names.map((name) => widthOf(name, SIZE))) + GAP) / step));
  if (unit !== 'month') {
    const names = spans.map(speech.year);
    const each = every(names);
    return names.flatMap((name, place) => (place % each === 0 ? [label(name, place, 0, false)] : []));
  }
  const months = spans.map(speech.month);
  const each = every(months);
  // Only those that come round with the year: every month, every third, every sixth.
  const round = [1, 3, 6].find((one) => one >= each);
  const number = (at: string): number => Number(at.slice(5)) - 1;
  const shown = round === undefined ? [] : spans.flatMap((at, place) => (number(at) % round === 0 ? [place] : []));
  const yearStarts = spans.flatMap((at, place) => (place === 0 || number(at) === 0 ? [place] : []));
  const room = widthOf(speech.year('2000'), SIZE) + GAP;
  const years = yearStarts.filter((place, n) => n === yearStarts.length - 1 || (yearStarts[n + 1]! - place) * step >= room);
  return [
    ...shown.map((place) => label(months[place]!, place, 0, false)),
    ...years.map((place) => label(speech.year(spans[place]!.slice(0, 4)), place, shown.length > 0 ? 1 : 0, true)),
  ];
}
