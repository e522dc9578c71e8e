// Queries as no person would write them: random bytes, and random pieces of the query language.
import type { Seeded } from './seeded.ts';

const pieces = [
  ['و', 'أو', 'ليس', 'AND', 'OR', 'NOT', 'a', 'ال', 'كتاب', 'قلمٌ', 'ﷺ', '𐐨', '\u0301', '\u200f', '\u200c', '\ud800', 'ـ'],
  ['"', '«', '»', '(', ')', '|', '-', '=', '*', '~', '~1', '~2', '\\', '،', '..', ' ', ' ', ' ', '\n'],
  ['title:', 'نص:', 'tag:', 'source:', 'has:', 'has:tags', 'كاتب:', '=', '~5"'],
].flat();

/** `word` draws a word of the archive. */
export function anyQuery(chance: Seeded, word: () => string): string {
  const length = (): number => chance.pick([1, 3, 10, 60, 250, 2000]);
  const repeat = (some: () => string, between: string): string => Array.from({ length: length() }, some).join(between).slice(0, 10_000);
  const letters = (): string => String.fromCharCode(chance.int(0x2000));
  const slipped = (): string => {
    const one = word();
    const at = chance.int(one.length + 1);
    return one.slice(0, at) + chance.pick([...'ابتسنويم']) + one.slice(at + chance.int(2));
  };
  switch (chance.int(9)) {
    case 0:
      return Buffer.from(Array.from({ length: length() }, () => chance.int(256))).toString(chance.pick(['utf8', 'latin1', 'utf16le']));
    case 1:
      return repeat(letters, '');
    case 2:
      return repeat(() => chance.pick(pieces), '');
    case 3:
      return repeat(() => `${slipped()}~${1 + chance.int(2)}`, ' ');
    case 4:
      return repeat(() => `${word().slice(0, 1 + chance.int(3))}*`, chance.pick([' ', ' أو ', ' -']));
    case 5:
      return `"${repeat(word, ' ')}"~${chance.int(30)}`;
    case 6:
      return repeat(slipped, ' ');
    case 7:
      return repeat(word, chance.pick([' ', ' أو ']));
    default:
      return repeat(() => (chance.chance(0.5) ? word() : chance.pick(pieces)), chance.pick(['', ' ']));
  }
}
