// An item whose original was read again: (item, what the reading was, what it is now) → item. Pure.
import type { FileRef, Item } from '#contract/item.ts';
import { sameValue } from './change.ts';

/** What a reading says. Tags, notes, collections and the capture are a person's and the clock's. */
const readFields = ['title', 'titleDerived', 'body', 'language', 'source', 'creators', 'url', 'provenance'] as const;
const readDates = ['published', 'updated', 'event'] as const;

/** Fields that still are what the first reading said become what the second says; others were set since, and stay. */
export function readAgain(item: Item, was: Item, now: Item): Item {
  const draft: Record<string, unknown> = { ...item };
  for (const field of readFields) if (field === 'provenance' || sameValue(item[field], was[field])) put(draft, field, now[field]);
  const dates: Record<string, unknown> = { ...item.dates };
  for (const kind of readDates) if (sameValue(item.dates[kind], was.dates[kind])) put(dates, kind, now.dates[kind]);
  draft['dates'] = dates;
  const files = item.files.map((file): FileRef => (file.sha256 === now.files[0]?.sha256 ? { ...file, ...encodingOf(now) } : file));
  draft['files'] = [...files, ...now.files.filter(({ sha256 }) => !files.some((file) => file.sha256 === sha256))];
  return sameValue(draft, item) ? item : ({ ...draft, revision: item.revision + 1 } as Item);
}

const encodingOf = ({ files }: Item): Pick<FileRef, 'encoding'> =>
  files[0]?.encoding === undefined ? {} : { encoding: files[0].encoding };

function put(draft: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete draft[key];
  else draft[key] = value;
}
