// What stands over a page and not over its article: the bar with today's date, the site's own head, its menus.
import { overheadNames } from '../rules/page-parts.ts';
import type { DomElement } from './dom.ts';

/** Within such a part that does not hold `headline` as well. */
export function isOverhead(element: DomElement, headline?: DomElement): boolean {
  for (let one: DomElement | null = element; one && one.localName !== 'body'; one = one.parentNode) {
    if (one.localName === 'article' || (headline && one.contains(headline))) return false;
    if (one.localName === 'nav' || overheadNames.test(`${one.className} ${one.id}`)) return true;
    if (one.localName === 'header' && one.querySelector('h1') === null) return true;
  }
  return false;
}
