// The tokens of a paragraph with their glyphs.
import type { Token } from './itemize.ts';
import { joinsNext } from './kashida.ts';
import type { SetToken } from './line.ts';
import type { ShapedRun, Shaper, Shaping } from './shape.types.ts';

type Style = { size: number; language: string };

/** What tokens of one direction, script and language share. */
type Kind = {
  shaping: Shaping;
  space: ShapedRun;
  /** Letters between which the face draws a space together, or not: by the one before it, then the one after. */
  drawnTogether: Map<string, Map<string, boolean>>;
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
  const kind = { shaping, space: shaper.shape(' ', shaping), drawnTogether: new Map() };
  known.push(kind);
  return kind;
}

const joining = /[\p{L}\p{M}\u200c\u200d]/u;

/** Words that nothing parts join with what stands beside them. */
export function shapeTokens(tokens: readonly Token[], shaper: Shaper, style: Style): SetToken[] {
  const out: SetToken[] = [];
  let spaces = false;
  for (const [at, token] of tokens.entries()) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (token.kind !== 'word') {
      spaces ||= token.kind === 'space';
      out.push(shapeToken(token, '', '', shaper, style));
      continue;
    }
    const joinsBefore = before?.kind === 'word' && joining.test(before.text.at(-1) ?? '') && joining.test(token.text[0] ?? '');
    const joinsAfter = after?.kind === 'word' && joining.test(token.text.at(-1) ?? '') && joining.test(after.text[0] ?? '');
    out.push(
      shapeToken(token, joinsBefore ? before.text.slice(-CONTEXT) : '', joinsAfter ? after.text.slice(0, CONTEXT) : '', shaper, style),
    );
  }
  if (spaces) for (let at = 1; at + 1 < out.length; at++) if (out[at]!.kind === 'space') drawTogether(out, at, shaper, style);
  return out;
}

/** As many units beside a text as HarfBuzz looks at. */
const CONTEXT = 5;

/** The token itself, with its glyphs: most of the time of a long volume would go into copies. */
export function shapeToken(token: Token, before: string, after: string, shaper: Shaper, { language, size }: Style): SetToken {
  const { shaping: alone, space } = kindOf(shaper, (token.level & 1) === 1, token.script, language);
  const shaping = before === '' && after === '' ? alone : { ...alone, before, after };
  const run = token.kind === 'word' ? shaper.shape(token.text, shaping) : space;
  const set = token as SetToken;
  set.run = run;
  set.shaping = shaping;
  set.width = (run.advance * size) / shaper.unitsPerEm;
  return set;
}

/**
 * The space at a place, as the words at its sides ask for it. Told by the letters at its sides, so that few of them need shaping;
 * where these draw it together, by the words.
 */
function drawTogether(tokens: SetToken[], at: number, shaper: Shaper, { language, size }: Style): void {
  const [before, token, after] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!];
  if (before.kind !== 'word' || after.kind !== 'word' || (token.level & 1) === 0) return;
  if (before.level !== token.level || after.level !== token.level || before.script !== 'Arab' || after.script !== 'Arab') return;
  const { shaping, space, drawnTogether } = kindOf(shaper, true, token.script, language);
  const [end, start] = [endOf(before), startOf(after)];
  let known = drawnTogether.get(end);
  if (!known) drawnTogether.set(end, (known = new Map()));
  let together = known.get(start);
  if (together === undefined) {
    const [joinerBefore, joinerAfter] = [end.slice(0, -1), start.slice(1)];
    const { advance } = shaper.space(end.slice(-1), start.slice(0, 1), { ...shaping, before: joinerBefore, after: joinerAfter });
    known.set(start, (together = advance !== space.advance));
  }
  if (!together) return;
  token.run = shaper.space(before.text, after.text, shaping);
  token.width = (token.run.advance * size) / shaper.unitsPerEm;
}

const JOINER = '\u200d';
const isMark = (code: number): boolean => (code >= 0x64b && code <= 0x65f) || code === 0x670;

/** The last letter of a word, after a joiner if it joins with the one before it. */
function endOf({ run, text }: SetToken): string {
  if (run.end !== undefined) return run.end;
  let end = text.length - 1;
  while (end > 0 && isMark(text.charCodeAt(end))) end--;
  let previous = end - 1;
  while (previous > 0 && isMark(text.charCodeAt(previous))) previous--;
  return (run.end = (joinsNext(text[previous]) ? JOINER : '') + (text[end] ?? ''));
}

/** The first letter of a word, before a joiner if it joins with the one after it. */
const startOf = ({ run, text }: SetToken): string =>
  (run.start ??= (text[0] ?? '') + (joinsNext(text[0]) && text.length > 1 ? JOINER : ''));
