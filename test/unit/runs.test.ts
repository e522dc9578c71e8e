// Runs of a line, where one and the same token stands at several places of it.
import { expect, test } from 'vitest';
import type { Line } from '#core/typeset/line.ts';
import { runsOf } from '#core/typeset/runs.ts';
import { setText } from '#core/typeset/set-text.ts';
import type { Shaper } from '#core/typeset/shape.types.ts';
import { shapedRun } from '#core/typeset/shaped-run.ts';

const shaped = (text: string) => shapedRun([{ glyphs: [[1, 0, 0]], advance: 500, text }], 500, true);
const shaper: Shaper = { unitsPerEm: 1000, shape: shaped, space: () => shaped(' '), stretchable: () => [], stretched: shaped };

test('a number of two like digits begins at the left edge of its line', () => {
  const [digit] = setText('١', shaper, { size: 10, language: 'ar', direction: 'rtl' });
  const line: Line = { tokens: [digit!, digit!], width: 10, extra: 0, mixed: false, whole: true };
  const runs = runsOf(line);
  expect(runs.map(({ rtl, x, tokens }) => ({ rtl, x, tokens: tokens.length }))).toEqual([{ rtl: false, x: 0, tokens: 2 }]);
});
