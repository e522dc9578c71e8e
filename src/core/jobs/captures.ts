// The captures of one page: saved at different times, each an article of its own that can be compared with the others.
import type { Item } from '#contract/item.ts';
import { pageOf } from '../capture/page-address.ts';
import type { SearchIndex } from '../search/search-index.ts';

export type Capture = { readonly id: string; readonly title: string; readonly captured?: string };

export function capturesOf(index: SearchIndex, item: Item): Capture[] {
  const page = pageOf(item);
  const found = page === undefined ? [] : capturesAt(index, page);
  const { id, title, dates } = item;
  return found.some((one) => one.id === id) ? found : [{ id, title, ...(dates.captured ? { captured: dates.captured.value } : {}) }];
}

/** The id of the capture that was taken in first. */
export const firstCapture = (index: SearchIndex, page: string): string | undefined => {
  const [first] = capturesAt(index, page).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return first?.id;
};

/** In the order in which the pages were saved. */
function capturesAt({ db }: SearchIndex, page: string): Capture[] {
  const rows = db
    .prepare(
      'SELECT items.id AS id, title, captured FROM digests JOIN items ON items.row = digests.row WHERE sha256 = ? ORDER BY captured, id',
    )
    .all(`page:${page}`) as { id: string; title: string; captured: string | null }[];
  return rows.map(({ id, title, captured }) => ({ id, title, ...(captured === null ? {} : { captured }) }));
}
