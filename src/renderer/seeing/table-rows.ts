// The pictures as tables: the same names and numbers. Pure.
import type { PartyKind, Survey } from '#contract/survey.ts';
import type { Pick, Speech } from './drawing.ts';
import { linked } from './party-map.ts';
import { timeOf } from './time-axis.ts';
import { othersIn } from './timeline.ts';

export type Cell = { readonly text: string; readonly pick?: Pick };
export type Rows = {
  readonly heads: readonly Cell[];
  readonly lines: readonly { readonly names: readonly Cell[]; readonly counts: readonly number[] }[];
};

type TimeWords = { readonly time: string; readonly all: string; readonly others: string };

export function timelineRows(survey: Survey, w: TimeWords, speech: Speech): Rows {
  const { unit, spans, sources } = survey;
  const others = spans.map((_, n) => othersIn(survey, n));
  const some = others.some((count) => count > 0);
  return {
    heads: [
      { text: w.time },
      { text: w.all },
      ...sources.map(({ value }) => ({ text: value, pick: { source: value } })),
      ...(some ? [{ text: w.others }] : []),
    ],
    lines: spans.map(({ at, count }, n) => ({
      names: [{ text: speech.span(at, unit), pick: { time: timeOf(at, unit) } }],
      counts: [count, ...sources.map(({ counts }) => counts[n]!), ...(some ? [others[n]!] : [])],
    })),
  };
}

export function tagRows({ unit, spans, tags }: Survey, w: TimeWords, speech: Speech): Rows {
  return {
    heads: [{ text: w.time }, ...tags.map(({ value }) => ({ text: value, pick: { tag: value } }))],
    lines: spans.map(({ at }, n) => ({
      names: [{ text: speech.span(at, unit), pick: { time: timeOf(at, unit) } }],
      counts: tags.map(({ counts }) => counts[n]!),
    })),
  };
}

type MapWords = { readonly name: string; readonly with: string; readonly common: string };

/** Each pair once, those with the most in common first. */
export function partyRows(survey: Survey, kinds: ReadonlySet<PartyKind>, w: MapWords): Rows {
  const { parties, links } = linked(survey, kinds);
  const cell = (place: number): Cell => {
    const { kind, value } = parties[place]!;
    return { text: value, pick: { [kind]: value } };
  };
  return {
    heads: [{ text: w.name }, { text: w.with }, { text: w.common }],
    lines: links.map(({ a, b, count }) => ({ names: [cell(a), cell(b)], counts: [count] })),
  };
}
