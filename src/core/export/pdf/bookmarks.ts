// The outline of a volume (ISO 32000-1 12.3.3): its articles, each with the page on which it begins.
import { type Objects, type Reference, textString } from './objects.ts';

export type Bookmark = { title: string; destination: Reference };

/** The outline dictionary. */
export function writeBookmarks(objects: Objects, bookmarks: readonly Bookmark[]): Reference {
  const outline = objects.reference();
  const items = bookmarks.map(() => objects.reference());
  const named = (key: string, item: Reference | undefined): string => (item === undefined ? '' : `/${key} ${item}`);
  for (const [at, { title, destination }] of bookmarks.entries()) {
    const beside = named('Prev', items[at - 1]) + named('Next', items[at + 1]);
    objects.write(items[at]!, `<</Title ${textString(title)}/Parent ${outline}/Dest[${destination}/XYZ null null null]${beside}>>`);
  }
  objects.write(outline, `<</Type/Outlines${named('First', items[0])}${named('Last', items.at(-1))}/Count ${items.length}>>`);
  return outline;
}
