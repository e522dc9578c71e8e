// A result seen as a whole: when and where its articles appeared, their tags over time, and who appears with whom.
import * as z from 'zod';
import { filtersSchema } from './search.ts';

/** As a list or a search is asked; an empty query stands for all that the filters let through. */
export const surveyQuerySchema = filtersSchema.extend({
  query: z.string().max(10_000).default(''),
  prefix: z.boolean().default(false),
});
export type SurveyQuery = z.output<typeof surveyQuerySchema>;

/** What a span of time is, by how long the result is spread. */
export const spanUnits = ['month', 'year', 'decade'] as const;
export type SpanUnit = (typeof spanUnits)[number];

export const partyKinds = ['tag', 'author', 'source'] as const;
export type PartyKind = (typeof partyKinds)[number];

const count = z.number().int();
/** `counts`: articles in each of the spans. */
const row = z.object({ value: z.string(), count, counts: z.array(count) });
export type SurveyRow = z.infer<typeof row>;

export const surveySchema = z.object({
  total: count,
  /** Without a filing date. */
  undated: count,
  /** Of whose date only the year is known, where the spans are months. */
  yearOnly: count,
  unit: z.enum(spanUnits),
  /** Spans that some article falls into, the earliest first: `2024-05`, `2024`, or `2020` for the decade that begins with it. */
  spans: z.array(z.object({ at: z.string(), count })),
  /** The most frequent, most frequent first; the others are the rest of each span. */
  sources: z.array(row),
  /** The most frequent, most frequent first. A tag whose articles all have tags that lie within it is told by those. */
  tags: z.array(row),
  /** Tags, authors and sources, the most frequent of each. */
  parties: z.array(z.object({ kind: z.enum(partyKinds), value: z.string(), count })),
  /** How many articles two of the parties, told by their places, have in common; the most first. */
  links: z.array(z.object({ a: count, b: count, count })),
});
export type Survey = z.infer<typeof surveySchema>;
