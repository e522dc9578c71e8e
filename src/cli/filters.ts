// The filters that list, search and export share.
import type { ParseArgsOptionsConfig } from 'node:util';
import { Failure } from '#contract/errors.ts';
import { itemStates } from '#contract/item.ts';
import type { Filters } from '#contract/search.ts';
import type { Arguments } from './arguments.ts';

export const filterOptions = {
  tag: { type: 'string', multiple: true },
  source: { type: 'string', multiple: true },
  collection: { type: 'string', multiple: true },
  year: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  state: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function date(args: Arguments, name: 'from' | 'to'): string | undefined {
  const value = args.one(name);
  if (value !== undefined && (!day.test(value) || Number.isNaN(Date.parse(value)))) {
    throw new Failure('usage.bad-value', { option: `--${name}`, value, allowed: 'YYYY | YYYY-MM | YYYY-MM-DD' });
  }
  return value;
}

function years(args: Arguments): number[] | undefined {
  const values = args.all('year');
  const bad = values.find((value) => !/^\d{4}$/.test(value));
  if (bad !== undefined) throw new Failure('usage.bad-value', { option: '--year', value: bad, allowed: 'YYYY' });
  return values.length > 0 ? values.map(Number) : undefined;
}

const some = (values: string[]): string[] | undefined => (values.length > 0 ? values : undefined);

export function readFilters(args: Arguments): Filters {
  return {
    tags: some(args.all('tag')),
    sources: some(args.all('source')),
    collections: some(args.all('collection')),
    years: years(args),
    from: date(args, 'from'),
    to: date(args, 'to'),
    state: args.one('state') === undefined ? undefined : args.choice('state', itemStates, 'active'),
  };
}
