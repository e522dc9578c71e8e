import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName, isWithin, leafOf, parentOf, renamed, withParents } from '#contract/hierarchy.ts';
import { nameTree } from '../../src/renderer/shelf/name-tree.ts';

const level = fc.constantFrom('دول', 'روسيا', 'موسكو', 'a b', 'نفط');
const name = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/'));

test('names are cleaned level by level', () => {
  expect(cleanName('  دول /  روسيا   الاتحادية/ ')).toBe('دول/روسيا الاتحادية');
  expect(cleanName(' / ')).toBe('');
  fc.assert(fc.property(fc.string(), (text) => cleanName(cleanName(text)) === cleanName(text)));
});

test('a name lies within itself and all above it, and nothing that only begins alike', () => {
  expect(isWithin('دولة', 'دول')).toBe(false);
  fc.assert(
    fc.property(name, (one) => {
      for (const above of withParents([one])) expect(isWithin(one, above)).toBe(true);
      const parent = parentOf(one);
      return (parent === undefined ? leafOf(one) : `${parent}/${leafOf(one)}`) === one;
    }),
  );
});

test('renaming takes along what lies within and leaves the rest', () => {
  expect(renamed('دول/روسيا', 'دول', 'بلدان')).toBe('بلدان/روسيا');
  expect(renamed('دولة/روسيا', 'دول', 'بلدان')).toBe('دولة/روسيا');
  fc.assert(fc.property(name, name, (one, other) => renamed(renamed(one, one, `جديد/${other}`), `جديد/${other}`, one) === one));
});

test('a tree shows the names in sight, each under its own, and counts its place', () => {
  const counted = [
    { value: 'دول', count: 3 },
    { value: 'دول/روسيا', count: 2 },
    { value: 'نفط', count: 1 },
  ];
  const shut = nameTree(counted, ['للقراءة'], new Set(), 'ar');
  expect(shut.map(({ leaf, level: at, place, beside }) => [leaf, at, place, beside])).toEqual([
    ['دول', 1, 1, 3],
    ['للقراءة', 1, 2, 3],
    ['نفط', 1, 3, 3],
  ]);
  const open = nameTree(counted, [], new Set(['دول']), 'ar');
  expect(open.map(({ name: one, level: at, expanded }) => [one, at, expanded])).toEqual([
    ['دول', 1, true],
    ['دول/روسيا', 2, undefined],
    ['نفط', 1, undefined],
  ]);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const all = withParents(names);
      const nodes = nameTree([], names, new Set(all), 'ar');
      expect(nodes.map((node) => node.name).sort()).toEqual([...all].sort());
      nodes.forEach((node, at) => {
        const parent = parentOf(node.name);
        if (parent !== undefined) expect(nodes.findIndex((one) => one.name === parent)).toBeLessThan(at);
      });
    }),
  );
});
