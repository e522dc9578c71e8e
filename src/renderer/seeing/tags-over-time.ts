// Tags, each in a line of bars of its own, all to one measure. Pure.
import type { Survey } from '#contract/survey.ts';
import type { TagColour } from '#contract/shelf.ts';
import { type Drawing, fitting, isolated, type Mark, type Shape, type Speech, widthOf } from './drawing.ts';
import { axisLabels, everySpan, timeAxis, timeOf } from './time-axis.ts';

export type TagsWords = { readonly title: string; readonly description: string };

const TOP = 8;
const BOTTOM = 44;
const LINE = 42;
const NARROWEST = 7;
const SIZE = 14;
/** Of the width, for the names. */
const NAMES = 0.32;

export function tagsOverTime(
  survey: Survey,
  size: { width: number },
  words: TagsWords,
  speech: Speech,
  colourOf: (tag: string) => TagColour | undefined,
): Drawing {
  const { unit, tags } = survey;
  const { direction } = speech;
  const rtl = direction === 'rtl';
  const spans = everySpan(survey);
  const place = new Map(survey.spans.map(({ at }, n) => [at, n]));
  const counts = Math.max(0, ...tags.map(({ count }) => widthOf(speech.number(count), 13))) + 12;
  const longest = Math.max(0, ...tags.map(({ value }) => widthOf(value, SIZE))) + counts + 36;
  const names = Math.min(longest, Math.max(150, size.width * NAMES));
  const width = Math.max(size.width, names + spans.length * NARROWEST);
  const [left, right] = rtl ? [0, width - names] : [names, width];
  const axis = timeAxis(spans, left, right, direction);
  const height = TOP + tags.length * LINE + BOTTOM;
  const most = Math.max(1, ...tags.flatMap((tag) => tag.counts));
  const bar = Math.max(3, Math.min(34, axis.step * 0.78));
  const floorOf = (row: number): number => TOP + (row + 1) * LINE - 6;

  const grid = tags.map((_, row): Shape => ({ kind: 'rect', x: left, y: floorOf(row), width: right - left, height: 1, ink: 'line' }));
  const labels = tags.map(({ value, count }, row): Mark => {
    const y = floorOf(row) - 8;
    const ink = colourOf(value) ?? 'accent';
    const start = rtl ? width - 4 : 4;
    const end = rtl ? right + 12 : left - 12;
    return {
      key: value,
      name: `${isolated(value)}: ${speech.articles(count)}`,
      pick: { tag: value },
      box: { x: rtl ? right : 0, y: TOP + row * LINE, width: names, height: LINE },
      at: [rtl ? width : 0, row],
      shapes: [
        { kind: 'circle', x: rtl ? start - 5 : start + 5, y: y - 5, r: 5, ink },
        {
          kind: 'text',
          x: rtl ? start - 18 : start + 18,
          y,
          text: fitting(value, names - counts - 34, SIZE),
          side: rtl ? 'right' : 'left',
          size: SIZE,
          ink: 'ink',
        },
        { kind: 'text', x: end, y, text: speech.number(count), side: rtl ? 'left' : 'right', size: 13, ink: 'soft' },
      ],
    };
  });
  const cells = tags.flatMap(({ value, counts: own }, row) =>
    spans.flatMap((at, column): Mark[] => {
      const n = place.get(at);
      const count = n === undefined ? 0 : own[n]!;
      if (count === 0) return [];
      const x = axis.x(column);
      const tall = Math.max(2, (count / most) * (LINE - 12));
      return [
        {
          key: `${value}\n${at}`,
          name: `${speech.list([isolated(value), speech.span(at, unit)])}: ${speech.articles(count)}`,
          pick: { tag: value, time: timeOf(at, unit) },
          box: { x: x - axis.step / 2, y: TOP + row * LINE, width: axis.step, height: LINE - 6 },
          at: [Math.round(x), row],
          shapes: [{ kind: 'rect', x: x - bar / 2, y: floorOf(row) - tall, width: bar, height: tall, ink: colourOf(value) ?? 'accent' }],
        },
      ];
    }),
  );
  const { title, description } = words;
  const shapes = [...grid, ...axisLabels(axis, unit, TOP + tags.length * LINE + 18, speech)];
  return { width, height, direction, title, description, shapes, ties: [], marks: [...labels, ...cells] };
}
