import { type Dates, type FileRef, type Item, RECORD_SCHEMA, type StatedDate } from '#contract/item.ts';
import { dayBefore } from '../arabic/relative-dates.ts';
import type { CapturedArticle } from './capture.ts';

/** What its items name: the file that was taken in, then the pictures. */
export const filesOf = (
  original: Pick<FileRef, 'sha256' | 'bytes' | 'name'>,
  { mediaType, encoding, pictures = [] }: Pick<CapturedArticle, 'mediaType' | 'encoding' | 'pictures'>,
): FileRef[] => [
  { ...original, mediaType, ...(encoding === undefined ? {} : { encoding }), role: 'original' },
  ...pictures.map(
    ({ sha256, bytes, name, mediaType: kind }): FileRef => ({ sha256, bytes: bytes.length, name, mediaType: kind, role: 'picture' }),
  ),
];

export type Reception = { id: string; capturedAt: Date; files: FileRef[]; tags: string[]; collections: string[] };

/** A captured article as the first revision of an item. */
export function newItem(article: CapturedArticle, { id, capturedAt, files, tags, collections }: Reception): Item {
  const { encoding: _, mediaType: __, part: ___, pictures: ____, titleDerived, dates, tags: own = [], notes = '', ...rest } = article;
  return {
    schema: RECORD_SCHEMA,
    id,
    revision: 1,
    state: 'active',
    ...rest,
    ...(titleDerived ? { titleDerived } : {}),
    // A page that says when it was saved knows better than the day it was brought here.
    dates: { ...counted(dates, capturedAt), captured: dates.captured ?? { value: capturedAt.toISOString(), calendar: 'gregorian' } },
    tags: [...new Set([...tags, ...own])],
    collections,
    notes,
    files,
  };
}

/** «منذ ساعتين» becomes the day that it was, seen from the capture; the words stay. */
function counted(dates: Dates, capturedAt: Date): Dates {
  const entries = Object.entries(dates as Record<string, StatedDate | undefined>);
  return Object.fromEntries(
    entries.map(([kind, date]) => [kind, date && { ...date, value: dayBefore(capturedAt, date.value) ?? date.value }]),
  );
}
