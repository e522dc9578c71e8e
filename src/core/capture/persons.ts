// What of a byline is a person's name.
import { foldedWords } from './lines.ts';
import { isPlace } from './place-names.ts';
import { desks, nobody } from './rules/nobody.ts';

const keyOf = (name: string): string => foldedWords(name).join(' ');
const nobodies = new Set(nobody.map(keyOf));
const deskNames = new Set(desks.map(keyOf));
const NAME_WORDS = { least: 2, most: 5 };

export const isSomebody = (name: string): boolean => !nobodies.has(keyOf(name));
/** In a byline of a page. */
export const isPerson = (name: string): boolean => isSomebody(name) && !deskNames.has(keyOf(name));

/**
 * «عبد الله الشهري - الرياض», «المكلا: أحمد الجعيدي»: where it was written is no part of the name. A colon stands in no name:
 * a place need not be known before it, where a name of two words or more is behind it.
 */
export function withoutPlace(name: string): string {
  const parts = name.split(/\s+[-–—|/،]\s+|[،,]\s*|\s*[:：]\s*/u);
  const [first, second, ...more] = parts;
  if (second === undefined || more.length > 0) return name;
  if (isPlace(first!) !== isPlace(second)) return isPlace(first!) ? second : first!;
  const words = foldedWords(second).length;
  return /[:：]/u.test(name) && words >= NAME_WORDS.least && words <= NAME_WORDS.most ? second : name;
}
