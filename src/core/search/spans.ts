// Spans of time that a result is told by: months, or years when it is spread over many, or decades. Pure.
import type { SpanUnit } from '#contract/survey.ts';
import type { FacetCount } from './facets/facets.ts';

/** From the first to the last, so many months or years can be told apart in one picture. */
const MOST = { month: 60, year: 60 } as const;

export type Spans = { readonly unit: SpanUnit; readonly at: readonly string[]; readonly of: (value: string) => string };

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
const decadeOf = (year: string): string => `${year.slice(0, 3)}0`;
const itself = (value: string): string => value;

const spread = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.at(-1)! - numbers[0]! + 1);

/** `of`: the span that a value of the facet `month` (where the unit is the month) or `year` falls into. */
export function spansOf(months: readonly FacetCount[], years: readonly FacetCount[]): Spans {
  const ofMonths = months.map(({ value }) => value).toSorted();
  const ofYears = years.map(({ value }) => value).toSorted();
  const wide = spread(ofYears.map(Number));
  if (ofMonths.length > 0 && wide <= MOST.month / 12 + 1 && spread(ofMonths.map(monthNumber)) <= MOST.month)
    return { unit: 'month', at: ofMonths, of: itself };
  if (wide <= MOST.year) return { unit: 'year', at: ofYears, of: itself };
  return { unit: 'decade', at: [...new Set(ofYears.map(decadeOf))], of: decadeOf };
}
