// Who a page is by, where its head does not say: the site's name in the title of the window, the author's in a place made for it.
import { foldedWords } from '../lines.ts';
import { oneLine } from '../legible.ts';
import { withoutPlace } from '../persons.ts';
import type { DomDocument } from './dom.ts';

export const divider = /\s+[|\-–—:»«·•]\s+|\s*[|｜]\s*/u;
const rights = /.{0,120}(?:©|حقوق|copyright|all rights).{0,120}/giu;
const LONGEST_NAME = 60;
const NAME_WORDS = 6;
/** Of a name, in its place. */
const authors =
  '[rel="author"], [itemprop="author"], .author, .author-name, .byline, .writer, .post-author, .entry-author, .vcard .fn, .submitted .username';
const lead =
  /^(?:(?:نشر|نشرت|كتب|كتبت|مرسلة|أرسلت|أضيف) بواسطة|بواسطة|كتب(?:ت|ه|ها)?|بقلم|الكاتبة?|المحررة?|إعداد|تحرير|(?:posted |written )?by)\s*[:：/-]?\s*/iu;

/** A part of the window's title beside the headline that the page's line of rights names too: alone it may be a section. */
export function siteOf(page: DomDocument, title: string | undefined): string | undefined {
  const window = oneLine(page.querySelector('title')?.textContent ?? '');
  const headline = foldedWords(title ?? '').join(' ');
  const parts = window
    .split(divider)
    .filter((part) => part !== '' && part.length <= LONGEST_NAME && foldedWords(part).join(' ') !== headline);
  if (parts.length === 0) return undefined;
  // What comes without a body of its own has the title among its words.
  const words = oneLine(page.body?.textContent ?? '').replace(window, '\n');
  const lines = (words.match(rights) ?? []).map((line) => ` ${foldedWords(line).join(' ')} `);
  return parts.find((part) => lines.some((line) => line.includes(` ${foldedWords(part).join(' ')} `)));
}

/** One name only: where several stand, they are of other articles too. */
export function signedBy(page: DomDocument): string | undefined {
  const names = new Set(
    [...page.querySelectorAll(authors)]
      .map((element) => withoutPlace(oneLine(element.textContent).replace(lead, '')))
      .filter(
        (name) => name !== '' && name.length <= LONGEST_NAME && !/[\d٠-٩۰-۹@:|]/u.test(name) && foldedWords(name).length <= NAME_WORDS,
      ),
  );
  return names.size === 1 ? [...names][0] : undefined;
}
