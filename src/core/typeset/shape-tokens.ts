// The tokens of a paragraph with their glyphs.
import { box, glue } from './break-lines.ts';
import type { Token } from './itemize.ts';
import { joinsNext } from './kashida.ts';
import { type SetToken, settled } from './line.ts';
import type { ShapedRun, Shaper, Shaping } from './shape.types.ts';

type Style = { size: number; language: string };

/** What tokens of one direction, script and language share. */
type Kind = {
  shaping: Shaping;
  space: ShapedRun;
  /** Whether the face draws a space between two words together: by how the one ends and the other starts, as `endOf` and `startOf` tell. */
  drawnTogether: (boolean | undefined)[][];
};
const kinds = new WeakMap<Shaper, Kind[]>();

function kindOf(shaper: Shaper, rtl: boolean, script: string, language: string): Kind {
  let known = kinds.get(shaper);
  if (!known) kinds.set(shaper, (known = []));
  for (const kind of known) {
    const { shaping } = kind;
    if (shaping.rtl === rtl && shaping.script === script && shaping.language === language) return kind;
  }
  const shaping: Shaping = { rtl, language, script, before: '', after: '' };
  const kind = { shaping, space: shaper.shape(' ', shaping), drawnTogether: [] };
  known.push(kind);
  return kind;
}

const joining = /[\p{L}\p{M}\u200c\u200d]/u;

/** Words that nothing parts join with what stands beside them. Spaces are as wide as they stand alone. */
export function shapeTokens(tokens: readonly Token[], shaper: Shaper, style: Style): SetToken[] {
  return tokens.map((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (token.kind !== 'word') return shapeToken(token, '', '', shaper, style);
    const joinsBefore = before?.kind === 'word' && joining.test(before.text.at(-1) ?? '') && joining.test(token.text[0] ?? '');
    const joinsAfter = after?.kind === 'word' && joining.test(token.text.at(-1) ?? '') && joining.test(after.text[0] ?? '');
    const [left, right] = [joinsBefore ? before.text.slice(-CONTEXT) : '', joinsAfter ? after.text.slice(0, CONTEXT) : ''];
    return shapeToken(token, left, right, shaper, style);
  });
}

/** As many units beside a text as HarfBuzz looks at. */
export const CONTEXT = 5;

export function shapeToken(token: Token, before: string, after: string, shaper: Shaper, { language, size }: Style): SetToken {
  const { shaping: alone, space } = kindOf(shaper, (token.level & 1) === 1, token.script, language);
  const shaping = before === '' && after === '' ? alone : { ...alone, before, after };
  return setToken(token, token.kind === 'word' ? shaper.shape(token.text, shaping) : space, shaping, size, shaper);
}

function setToken(
  { text, level, script, kind, breakAfter, link }: Token,
  run: ShapedRun,
  shaping: Shaping,
  size: number,
  { unitsPerEm }: Shaper,
): SetToken {
  const width = (run.advance * size) / unitsPerEm;
  const piece = kind === 'word' ? box(width) : glue(width, width * 0.6, width * 0.3);
  return settled(text, level, script, kind, breakAfter, link, run, shaping, width, piece, undefined);
}

/**
 * What makes a space as the Arabic words at its sides ask for it. Told by the letters at its sides, so that few of them need
 * shaping; where these draw it together, by the words.
 */
export function arabicSpaces(shaper: Shaper, { language, size }: Style) {
  const { shaping, space: alone, drawnTogether } = kindOf(shaper, true, 'Arab', language);
  return (before: SetToken, space: SetToken, after: SetToken): SetToken => {
    const { level } = space;
    if (before.kind !== 'word' || after.kind !== 'word' || (level & 1) === 0 || before.level !== level || after.level !== level)
      return space;
    if (before.script !== 'Arab' || after.script !== 'Arab') return space;
    const end = endOf(before);
    const start = startOf(after);
    const known = (drawnTogether[end] ??= []);
    let together = known[start];
    if (together === undefined) {
      const [left, right] = [sides[end]!, sides[start]!];
      const { advance } = shaper.space(left.letter, right.letter, { ...shaping, before: left.joiner, after: right.joiner });
      known[start] = together = advance !== alone.advance;
    }
    return together ? setToken(space, shaper.space(before.text, after.text, shaping), shaping, size, shaper) : space;
  };
}

const JOINER = '\u200d';
const isMark = (code: number): boolean => (code >= 0x64b && code <= 0x65f) || code === 0x670;

/** A letter beside a space, and a joiner if it joins with the one on its other side; told by its place among these. */
const sides: { letter: string; joiner: string }[] = [];
const places = new Map<string, number>();

function sideOf(letter: string, joins: boolean): number {
  const key = letter + (joins ? JOINER : '');
  let place = places.get(key);
  if (place === undefined) {
    place = sides.push({ letter, joiner: joins ? JOINER : '' }) - 1;
    places.set(key, place);
  }
  return place;
}

/** The last letter of a word, which may join with the one before it. */
function endOf({ run, text }: SetToken): number {
  if (run.end !== undefined) return run.end;
  let end = text.length - 1;
  while (end > 0 && isMark(text.charCodeAt(end))) end--;
  let previous = end - 1;
  while (previous > 0 && isMark(text.charCodeAt(previous))) previous--;
  return (run.end = sideOf(text[end] ?? '', joinsNext(text[previous])));
}

/** The first letter of a word, which may join with the one after it. */
const startOf = ({ run, text }: SetToken): number => (run.start ??= sideOf(text[0] ?? '', joinsNext(text[0]) && text.length > 1));
