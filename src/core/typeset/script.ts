// UAX #24: the script of a character, as its ISO 15924 tag.
const scripts: readonly (readonly [tag: string, of: RegExp])[] = (
  [
    ['Arab', 'Arabic'],
    ['Latn', 'Latin'],
    ['Hebr', 'Hebrew'],
    ['Grek', 'Greek'],
    ['Cyrl', 'Cyrillic'],
    ['Syrc', 'Syriac'],
    ['Thaa', 'Thaana'],
    ['Nkoo', 'Nko'],
    ['Armn', 'Armenian'],
    ['Deva', 'Devanagari'],
    ['Hani', 'Han'],
  ] as const
).map(([tag, name]) => [tag, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

const known = new Map<string, string | undefined>();

/** None where a character is common to several scripts, or of one that is not listed here. */
export function scriptOf(character: string): string | undefined {
  if (known.has(character)) return known.get(character);
  const found = scripts.find(([, of]) => of.test(character))?.[0];
  known.set(character, found);
  return found;
}
