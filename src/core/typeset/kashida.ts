// Where Naskh draws out a stroke, by the order that typesetters of Arabic follow; the fewer, the better.
import { type SetToken, withRun } from './line.ts';
import type { Shaper, Shaping, Stretch } from './shape.types.ts';

// Joining_Type of Unicode's ArabicShaping.txt, for the letters of Arabic, Persian, Urdu and Kurdish.
const DUAL = 'ئبتثجحخسشصضطظعغفقكلمنهيپچڤگکیںھہۍێڵ';
const RIGHT = 'آأؤإاةدذرزوىڈڑژۆەۀےۓڕ';
const joins = new Set(DUAL + RIGHT);
const dual = new Set(DUAL);
/** Whether a letter joins with the one after it. */
export const joinsNext = (letter: string | undefined): boolean => dual.has(letter ?? '');
const ALEFS = 'اأإآ';

const LAST_RANK = 6;
/** A place to draw out, the best first: `rank` 1 to 6. */
type Candidate = { at: number; rank: number };

/**
 * 1 after the teeth of seen and sad · 2 before a final teh marbuta, heh or dal · 3 before a final alef, tah, lam or kaf ·
 * 4 before reh or yeh at the end, after a tooth · 5 before a final waw, ain, feh or qaf · 6 before any other final letter.
 * Never between lam and alef, and not in a word of fewer than three letters.
 */
export function candidates(word: string): Candidate[] {
  const letters: { letter: string; at: number }[] = [];
  for (const { 0: letter, index } of word.matchAll(/[^\p{M}]/gu)) letters.push({ letter, at: index });
  if (letters.length < 3) return [];
  const found: Candidate[] = [];
  for (let at = 0; at + 1 < letters.length; at++) {
    const [{ letter: before }, { letter: after, at: place }] = [letters[at]!, letters[at + 1]!];
    if (!dual.has(before) || !joins.has(after) || (before === 'ل' && ALEFS.includes(after))) continue;
    const following = letters[at + 2]?.letter;
    const rank = rankOf(before, after, following === undefined || !/\p{L}/u.test(following), at > 0);
    if (rank !== undefined) found.push({ at: place, rank });
  }
  return found.sort((a, b) => a.rank - b.rank || b.at - a.at);
}

function rankOf(before: string, after: string, final: boolean, inside: boolean): number | undefined {
  if ('سشصض'.includes(before)) return 1;
  if (!final) return undefined;
  if ('ةهەہدذ'.includes(after)) return 2;
  if (`${ALEFS}طظلكگک`.includes(after)) return 3;
  if ('رزيىی'.includes(after)) return inside && 'بتثنيئپ'.includes(before) ? 4 : 6;
  if ('وؤعغفق'.includes(after)) return 5;
  return 6;
}

/** Tatweels drawn out at one place. */
const MOST = 3;

/**
 * Draws out strokes of a line until its words are `wanted` points wider: at the best places first, of equal ones those nearest
 * to the line's end; one in a word, a second one only if `needed` points are not reached otherwise; at most in every third word.
 */
export function drawOut(line: readonly SetToken[], shaper: Shaper, size: number, wanted: number, needed: number): SetToken[] {
  const out = [...line];
  const places = inOrder(line.map((token) => placesOf(token, shaper)));
  const most = Math.ceil(out.filter((token) => token.kind === 'word').length / 3);
  const used = new Map<number, Stretch[]>();
  let left = wanted;
  const draw = (inWord: number, enough: number): void => {
    for (const { index, at } of places) {
      if (wanted - left >= enough || (used.size >= most && !used.has(index))) return;
      const stretches = used.get(index) ?? [];
      const token = out[index];
      if (!token || stretches.length >= inWord || stretches.some((one) => one.at === at)) continue;
      for (let count = MOST; count > 0; count--) {
        const drawn = [...stretches, { at, count }].sort((a, b) => a.at - b.at);
        const run = shaper.stretched(token.text, token.shaping, drawn);
        const width = (run.advance * size) / shaper.unitsPerEm;
        if (width <= token.width || width - token.width > left) continue;
        left -= width - token.width;
        out[index] = withRun(token, run, width, drawn);
        used.set(index, drawn);
        break;
      }
    }
  };
  draw(1, wanted);
  draw(2, needed);
  return out;
}

/** By rank, those of one rank from the line's end; `words` have theirs by rank. */
function inOrder(words: readonly (readonly Candidate[])[]): { at: number; index: number }[] {
  const out: { at: number; index: number }[] = [];
  for (let rank = 1; rank <= LAST_RANK; rank++)
    for (let index = words.length - 1; index >= 0; index--)
      for (const one of words[index]!) if (one.rank === rank) out.push({ at: one.at, index });
  return out;
}

/** The places of a word that the face allows too. */
function placesOf({ kind, text, run, shaping }: SetToken, shaper: Shaper): readonly Candidate[] {
  if (kind !== 'word' || !shaping.rtl) return NONE;
  return (run.stretches ??= allowedPlaces(text, shaping, shaper));
}

const NONE: readonly Candidate[] = [];

function allowedPlaces(text: string, shaping: Shaping, shaper: Shaper): Candidate[] {
  const found = candidates(text);
  if (found.length === 0) return found;
  const safe = shaper.stretchable(text, shaping);
  return found.filter(({ at }) => safe.includes(at));
}
