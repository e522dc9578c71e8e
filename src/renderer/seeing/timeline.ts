// The result by time, each bar parted by source. Pure.
import type { Survey } from '#contract/survey.ts';
import type { Drawing, Ink, Mark, Shape, Speech } from './drawing.ts';
import { isolated, widthOf } from './drawing.ts';
import { roundSteps } from './scale.ts';
import { axisLabels, everySpan, timeAxis, timeOf } from './time-axis.ts';

/** Each told from the one beside it; the last is for all others. */
const sourceInks: readonly Ink[] = ['blue', 'orange', 'teal', 'violet', 'yellow', 'red'];
export const othersInk: Ink = 'grey';

export type Inks = ReadonlyMap<string, Ink>;

/** A colour for each source. One that had a colour keeps it, so that nothing changes its looks while the result is narrowed. */
export function inksFor(sources: readonly { readonly value: string }[], before: Inks): Inks {
  const names = sources.map(({ value }) => value);
  if (names.every((name) => before.has(name))) return before;
  const inks = new Map(before);
  for (const name of names.filter((one) => !before.has(one))) {
    const used = names.map((one) => inks.get(one));
    inks.set(name, sourceInks.find((ink) => !used.includes(ink)) ?? othersInk);
  }
  return inks;
}

export type TimelineWords = { readonly title: string; readonly description: string; readonly others: string };

/** Between the parts of a bar. */
const SEAM = 1;

const TOP = 14;
const BOTTOM = 46;
const NARROWEST = 9;
const WIDEST = 46;
const SIZE = 12;

/** Articles of a span that are of none of the sources that are told apart. */
export const othersIn = ({ spans, sources }: Survey, place: number): number =>
  spans[place]!.count - sources.reduce((sum, { counts }) => sum + counts[place]!, 0);

/** `width`: what there is; more is taken when the bars would be too narrow to be met. */
export function timeline(
  survey: Survey,
  size: { width: number; height: number },
  words: TimelineWords,
  inks: Inks,
  speech: Speech,
): Drawing {
  const { unit, sources } = survey;
  const { direction } = speech;
  const spans = everySpan(survey);
  const place = new Map(survey.spans.map(({ at }, n) => [at, n]));
  const steps = roundSteps(Math.max(0, ...survey.spans.map(({ count }) => count)));
  const top = steps.at(-1)!;
  const gutter = Math.max(...steps.map((step) => widthOf(speech.number(step), SIZE))) + 18;
  const width = Math.max(size.width, gutter + spans.length * NARROWEST);
  const [left, right] = direction === 'rtl' ? [0, width - gutter] : [gutter, width];
  const axis = timeAxis(spans, left, right, direction);
  const floor = size.height - BOTTOM;
  const y = (count: number): number => floor - (count / top) * (floor - TOP);
  const bar = Math.max(3, Math.min(WIDEST, axis.step * 0.78));

  const lines = steps.flatMap((step): Shape[] => [
    { kind: 'rect', x: left, y: y(step), width: right - left, height: 1, ink: step === 0 ? 'edge' : 'line' },
    {
      kind: 'text',
      x: direction === 'rtl' ? right + 10 : left - 10,
      y: y(step) + 4,
      text: speech.number(step),
      side: direction === 'rtl' ? 'left' : 'right',
      size: SIZE,
      ink: 'soft',
    },
  ]);

  const marks = spans.flatMap((at, column): Mark[] => {
    const n = place.get(at);
    if (n === undefined) return [];
    const { count } = survey.spans[n]!;
    const parts = [
      ...sources.map(({ value, counts }) => ({ name: value, count: counts[n]!, ink: inks.get(value) ?? othersInk })),
      { name: words.others, count: othersIn(survey, n), ink: othersInk },
    ].filter((part) => part.count > 0);
    const x = axis.x(column);
    let below = 0;
    const shapes = parts.map((part): Shape => {
      const from = below;
      below += part.count;
      const tall = y(from) - y(below);
      return { kind: 'rect', x: x - bar / 2, y: y(below), width: bar, height: Math.max(tall - SEAM, tall / 2), ink: part.ink };
    });
    const of = parts.toSorted((a, b) => b.count - a.count).map((part) => `${isolated(part.name)} ${speech.number(part.count)}`);
    return [
      {
        key: at,
        name: `${speech.span(at, unit)}: ${speech.articles(count)} — ${speech.list(of)}`,
        pick: { time: timeOf(at, unit) },
        box: { x: x - axis.step / 2, y: TOP, width: axis.step, height: floor - TOP },
        at: [Math.round(x), 0],
        shapes,
      },
    ];
  });
  const { title, description } = words;
  const shapes = [...lines, ...axisLabels(axis, unit, floor + 20, speech)];
  return { width, height: size.height, direction, title, description, shapes, ties: [], marks };
}
