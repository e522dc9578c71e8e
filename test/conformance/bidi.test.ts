// UAX #9 held to BidiTest and BidiCharacterTest: levels (rules P2 to L1) and visual order (L2).
import { expect, test } from 'vitest';
import { embeddingLevels, visualOrder } from '#core/typeset/bidi.ts';
import { inShare, rowsOf, textOf } from '../support/unicode.ts';

/** Whether levels and order are those wanted; `x` stands for a character that rule X9 removes. */
function fits(text: string, direction: 'ltr' | 'rtl' | 'auto', levels: readonly string[], order: string): boolean {
  const found = embeddingLevels(text, direction);
  let unit = 0;
  const placed = [...text].map((character, at) => {
    const level = found[unit] ?? -1;
    unit += character.length;
    return { at, level };
  });
  if (!levels.every((level, at) => level === 'x' || placed[at]?.level === Number(level))) return false;
  const seen = visualOrder(placed.filter(({ at }) => levels[at] !== 'x')).map(({ at }) => at);
  return seen.join(' ') === order;
}

test('BidiCharacterTest: no row differs', () => {
  const directions = ['ltr', 'rtl', 'auto'] as const;
  const rows = rowsOf('BidiCharacterTest');
  expect(rows.length).toBe(91_707);
  const differing = rows.filter((row, at) => {
    if (!inShare(at)) return false;
    const [codes, direction, , levels, order] = row.split(';') as [string, string, string, string, string];
    return !fits(textOf(codes), directions[Number(direction)]!, levels.split(' '), order);
  });
  expect(differing).toEqual([]);
});

/** A character of each class. */
const characters: Record<string, string> = Object.fromEntries(
  Object.entries({ L: 'a', R: 'א', AL: 'ا', EN: '1', ES: '+', ET: '#', AN: '١', CS: ',', NSM: '\u0300', BN: '\u00ad', B: '\u2029' }).concat(
    Object.entries({ S: '\t', WS: ' ', ON: '!', LRE: '\u202a', LRO: '\u202d', RLE: '\u202b', RLO: '\u202e', PDF: '\u202c' }),
    Object.entries({ LRI: '\u2066', RLI: '\u2067', FSI: '\u2068', PDI: '\u2069' }),
  ),
);

test('BidiTest: no case differs', () => {
  let [levels, order, cases]: [string[], string, number] = [[], '', 0];
  const differing: string[] = [];
  for (const row of rowsOf('BidiTest')) {
    if (row.startsWith('@Levels:')) levels = row.slice(8).trim().split(/\s+/);
    else if (row.startsWith('@Reorder:')) order = row.slice(9).trim();
    else if (!row.startsWith('@')) {
      const [classes, bits] = row.split(';') as [string, string];
      const text = classes.trim().replace(/\w+ ?/g, (name) => characters[name.trim()]!);
      (['auto', 'ltr', 'rtl'] as const).forEach((direction, bit) => {
        if (!(Number.parseInt(bits, 16) & (1 << bit))) return;
        if (inShare(cases++) && !fits(text, direction, levels, order)) differing.push(`${row} ${direction}`);
      });
    }
  }
  expect(cases).toBe(770_241);
  expect(differing).toEqual([]);
});
