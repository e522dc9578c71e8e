// Cities that reports are dated from, as lines name them.
import { foldedWords } from './lines.ts';
import { places } from './rules/places.ts';

const names = new Set(places.map((place) => foldedWords(place).join(' ')));
/** «الرباط - », «القاهرة في », «الجزائر، », and no more. */
const lead = /^\s*([^\-–—:،,/|]{2,30}?)\s*(?:[-–—:،,/|]|\sفي(?=\s)|$)\s*/u;

export const isPlace = (text: string): boolean => names.has(foldedWords(text).join(' '));

export function withoutLeadingPlace(text: string): string {
  const [taken = '', place = ''] = lead.exec(text) ?? [];
  return isPlace(place) ? text.slice(taken.length) : text;
}
