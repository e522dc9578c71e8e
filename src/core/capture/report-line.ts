// The line that a report is dated by: «الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس».
import { findDate, type FoundDate } from '../arabic/dates.ts';
import { foldedWords } from './lines.ts';
import { isPlace } from './place-names.ts';
import { compilePhrases, isMadeOf } from './phrases.ts';
import { agencies } from './rules/outlets.ts';
import { timeWords } from './rules/time-words.ts';

const PLACE_WORDS = 3;
const sentenceEnd = /[.؟?!…:]$/u;
const agencyPhrases = compilePhrases(agencies);
const beside = new Set(timeWords.flatMap(foldedWords));

/** A place, a date, the sign of an agency; a place that is not known needs the sign. */
export function reportDate(text: string): FoundDate | undefined {
  const found = findDate(text);
  if (!found || sentenceEnd.test(text)) return undefined;
  const place = foldedWords(text.slice(0, found.start));
  const behind = foldedWords(text.slice(found.end)).filter((word) => !beside.has(word) && !/^\d+$/.test(word));
  const signed = behind.length > 0 && isMadeOf(behind, agencyPhrases);
  if (behind.length > 0 && !signed) return undefined;
  return isPlace(place.join(' ')) || (signed && place.length <= PLACE_WORDS) ? found : undefined;
}
