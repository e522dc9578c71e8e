// The row of a record in the catalogue: what lists, sorts, filters and facets ask for. Pure.
import { filingDate, type Item, type ItemSummary } from '#contract/item.ts';
import { tokenize } from '../arabic/tokens.ts';

/** Columns of the table `items` that come from the record. */
export const columns = ['state', 'title', 'filing', 'source', 'date', 'year', 'published', 'captured', 'bytes', 'summary'] as const;

export type Row = {
  readonly id: string;
  /** In the order of `columns`. */
  readonly values: readonly (string | number | null)[];
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  /** SHA-256 of its originals. */
  readonly originals: readonly string[];
};

/** The text is no part of it. */
export function rowOf(item: Item | ItemSummary): Row {
  const { body: _, ...summary } = item;
  const { id, tags, collections, files } = summary;
  return { id, values: valuesOf(summary), tags, collections, originals: files.map(({ sha256 }) => sha256) };
}

function valuesOf(summary: ItemSummary): Row['values'] {
  const filed = filingDate(summary.dates)?.date.value ?? null;
  return [
    summary.state,
    summary.title,
    filingTitle(summary.title),
    summary.source ?? null,
    filed,
    filed?.match(/^\d{4}/)?.[0] ?? null,
    summary.dates.published?.value ?? null,
    summary.dates.captured?.value ?? null,
    summary.files.reduce((sum, file) => sum + file.bytes, 0),
    JSON.stringify(summary),
  ];
}

/** Titles are filed by their letters, without the article ال, as a card catalogue files them. */
function filingTitle(title: string): string {
  return tokenize(title.slice(0, 400))
    .slice(0, 12)
    .map(({ folded }) => folded.replace(/^ال(?=..)/u, ''))
    .join(' ');
}
