// Names that are written with other letters and look the same: what tells them apart has a name of its own.

/** Letters that some faces, or some places in a word, draw alike; named for what they are. */
const families = [
  { ي: 'arabicYeh', ى: 'alefMaksura', ی: 'farsiYeh' },
  { ك: 'arabicKaf', ک: 'farsiKaf', ڪ: 'swashKaf' },
  { ه: 'arabicHeh', ھ: 'dottedEyesHeh', ہ: 'urduHeh', ە: 'kurdishAe' },
  { ' ': 'space', '\u00a0': 'noBreakSpace' },
] as const;
type Names<T> = T extends Record<string, infer Name> ? Name : never;
export type Telling = Names<(typeof families)[number]> | 'hidden' | 'otherCodes';
/** `letter`: as it is written, where it can be seen. */
export type Tell = { readonly name: Telling; readonly letter?: string };

const nameOf = new Map<string, Telling>(families.flatMap((family) => Object.entries(family)));
const drawnAs = new Map<string, string>(
  families.flatMap((family) => Object.keys(family).map((letter) => [letter, Object.keys(family)[0]!])),
);
/** Joiners, marks of direction and others that show nothing by themselves. */
const hidden = /[\p{Cf}\p{Variation_Selector}]/gu;

const plain = (name: string): string[] => [...name.replaceAll(hidden, '').normalize('NFC')];
/** Presentation forms are of the letters that they present; a space that does not break stays one. */
const shown = (name: string): string[] => plain(name).flatMap((letter) => (nameOf.has(letter) ? letter : [...letter.normalize('NFKC')]));
const look = (letters: readonly string[]): string => letters.map((letter) => drawnAs.get(letter) ?? letter).join('');

/** For each name what tells it from those among the others that look the same; nothing where the eye tells them apart. */
export function tellingsOf(names: readonly string[]): Tell[][] {
  const all = names.map((name) => ({ name, letters: shown(name) }));
  const looks = all.map(({ letters }) => look(letters));
  return all.map(({ name, letters }, own) => {
    const same = all.filter((_, at) => at !== own && looks[at] === looks[own]);
    if (same.length === 0) return [];
    const apart = new Set(letters.filter((letter, at) => same.some((other) => other.letters[at] !== letter)));
    const tells: Tell[] = [...apart].flatMap((letter) => {
      const known = nameOf.get(letter);
      return known ? [letter.trim() === '' ? { name: known } : { name: known, letter }] : [];
    });
    if (name.search(hidden) >= 0) tells.push({ name: 'hidden' });
    if (plain(name).join('') !== letters.join('') || name.normalize('NFC') !== name) tells.push({ name: 'otherCodes' });
    return tells;
  });
}
