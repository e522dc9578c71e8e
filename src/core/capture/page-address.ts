// One page under its many addresses: with and without www., a scheme, marks of those who shared it.
import type { Item, ItemSummary } from '#contract/item.ts';

const pages = new Set(['html', 'mhtml', 'webarchive', 'warc']);
/** What tells of the way to a page and not of the page. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|at_\w+|ref|ref_src|amp|output|share|spm|yclid|_ga)$/i;

/** Undefined for front pages, which show another day's articles each day. */
export function pageAddress(url: string | undefined): string | undefined {
  const address = url === undefined ? null : URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const own = new URLSearchParams([...address.searchParams].filter(([name]) => !tracking.test(name)));
  own.sort();
  const path = address.pathname.replace(/\/(?:amp\/?|index\.(?:html?|php))?$/i, '');
  const query = own.toString();
  if (path === '' && query === '') return undefined;
  return `${address.hostname.replace(/^(?:www|m|amp)\./i, '')}${path}${query && `?${query}`}`;
}

/**
 * What one article is known by in its captures. Of a saved page its address: a feed's entry or a reference names a page and is
 * none. Of a record that was alone in its file the identifier that it gives itself; a list's `1` and `2` are those of that list.
 */
export function pageOf({ url, provenance }: Item | ItemSummary): string | undefined {
  if (provenance && pages.has(provenance.format)) return pageAddress(url);
  return provenance?.record === undefined ? undefined : `record ${provenance.record}`;
}
