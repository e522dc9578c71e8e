// PDFium takes a line for right to left if it finds at least as many stretches of letters of that direction in it as of the other,
// however short they are, marks of direction among them; and tells it in that direction, stretch by stretch. So a few Latin words
// or signs may turn a line round. What tips the scale the right way is put before such a line.

const [LRM, RLM] = ['\u200e', '\u200f'];
/** Of no direction, and without effect where nothing is to be closed (UAX #9 X6a): it parts marks that would be one stretch. */
const PDI = '\u2069';

const stretches =
  /(?<rtl>[\u0590\u05be\u05c0\u05c3\u05c6\u05d0-\u05f4\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff\u0700-\u0710\u0712-\u072f\u074d-\u07a5\u07b1\u07c0-\u07ea\u200f\ufb1d-\ufdff\ufe70-\ufefc]+)|(?<ltr>(?:(?![\u0590-\u07ff\ufb1d-\ufdff\ufe70-\ufefc])[\p{L}\u200e])+)/gu;
const MARKS = /[\u200e\u200f\u2069]/g;
const SPACED = /\p{L}.*[^\p{L}\p{M}\p{N}].*\p{L}/u;

/** A run of a line as readers find it: what it reads as, left to right. What shows nothing PDFium leaves out. */
export type WeighedRun = { rtl: boolean; blank: boolean; text: string };

/** Marks that make PDFium tell a line of these runs in the direction in which less of it goes astray; none where it does by itself. */
export function tipping(runs: readonly WeighedRun[]): string {
  const found = runs.map(({ blank, text }) => (blank ? ' ' : text));
  let [rtl, ltr] = [0, 0];
  for (const { groups } of found.join('').matchAll(stretches))
    if (groups!['rtl']) rtl++;
    else ltr++;
  const lengths = runs.map(({ text }) => text.replace(MARKS, '').length);
  const all = lengths.reduce((sum, one) => sum + one, 0);
  // From right to left the words of a Latin phrase are told in the wrong order; the other way whatever is not the longest run.
  const phrases = runs.reduce((sum, { rtl, text }, at) => (!rtl && SPACED.test(text) ? sum + lengths[at]! : sum), 0);
  const turned = rtl > 0 && rtl >= ltr;
  const wanted = phrases <= all - Math.max(...lengths);
  if (wanted === turned) return '';
  return `${wanted ? RLM : LRM}${PDI}`.repeat(Math.abs(rtl - ltr) + (wanted ? 0 : 1));
}
