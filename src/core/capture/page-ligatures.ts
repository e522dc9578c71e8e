// A glyph that stands for several letters, as that of lam-alif does, is turned round with the run that it is drawn in: «الأمير»
// is read as «األمير». What single glyphs stand for tells which letters to turn back.

/** A run of text as it was read; `isTurned`: it was drawn from the left, and turned round. */
export type Run = { readonly text: string; readonly isTurned: boolean };

/** Neither is drawn, or not always. */
const undrawn = /[\s\p{Cf}]+/gu;
const turned = (letters: string): string => [...letters].reverse().join('');

/** Whether letters may stand in the wrong order: alef before lam is what becomes of the ligature, and most of the time is just that. */
export const mayBeTurned = (runs: readonly Run[]): boolean => runs.some(({ text, isTurned }) => isTurned && /[اأإآ]\p{M}*ل/u.test(text));

/** The texts of the runs. `glyphs` is what each glyph of the page stands for, in the order they are drawn in. */
export function withLigatures(runs: readonly Run[], glyphs: readonly string[]): string[] {
  const drawn = glyphs.map((letters) => letters.replace(undrawn, '')).filter(Boolean);
  const out: string[] = [];
  let at = 0;
  for (const { text, isTurned } of runs) {
    const begin = at;
    for (let left = text.replace(undrawn, '').length; left > 0; at++) {
      left -= drawn[at]?.length ?? left + 1;
      // The page draws what was not read, or the other way round: nothing is known of single glyphs.
      if (left < 0) return runs.map((run) => run.text);
    }
    out.push(isTurned ? turnedBack(text, drawn.slice(begin, at)) : text);
  }
  return out;
}

/** The same letters may come one by one: each place in the text is one among the glyphs, in the same order. */
function turnedBack(text: string, glyphs: readonly string[]): string {
  const ligatures = new Set(
    glyphs.filter((letters) => letters.length > 1 && /^\p{Script=Arabic}[\p{Script=Arabic}\p{M}]*$/u.test(letters)),
  );
  const places = [...ligatures].flatMap((ligature) => placesOf(ligature, text, glyphs.toReversed()));
  return places
    .sort((a, b) => b.index - a.index)
    .reduce((whole, { index, found }) => whole.slice(0, index) + turned(found) + whole.slice(index + found.length), text);
}

function placesOf(ligature: string, text: string, glyphs: readonly string[]): { index: number; found: string }[] {
  const isLigature = new Map<number, boolean>();
  let place = 0;
  for (const letters of glyphs) {
    isLigature.set(place, letters === ligature);
    place += letters.length;
  }
  const read = turned(ligature);
  const flags = Array.from(glyphs.map(turned).join('').matchAll(new RegExp(read, 'gu')), ({ index }) => isLigature.get(index) ?? false);
  const places = Array.from(text.matchAll(new RegExp([...read].join('[\\s\\p{Cf}]*'), 'gu')), ({ 0: found, index }) => ({ found, index }));
  return flags.length === places.length ? places.filter((_, n) => flags[n]) : [];
}
