// How lines are set: node test/bench/typeset.ts FOLDER-OF-TEXTS [POINTS] [kashida]
// Widest space of its natural width, loose lines, lines left short, rivers, and speed.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFaces } from '../../src/core/export/faces/load-faces.ts';
import { readTrueType } from '../../src/core/export/pdf/true-type.ts';
import { directionOf } from '../../src/core/arabic/direction.ts';
import { harfbuzzShaper } from '../../src/core/typeset/harfbuzz.ts';
import { setParagraph } from '../../src/core/typeset/paragraph.ts';
import { printable } from '../../src/core/export/pdf/article.ts';
import { sumUp } from '../support/setting.ts';

const [folder = '', points = '434.55', kashida] = process.argv.slice(2);
const { regular } = await loadFaces();
const shaper = harfbuzzShaper(regular, readTrueType(regular).unitsPerEm);
const measure = Number(points);
const paragraphs = globSync(join(folder, '*.txt'))
  .sort()
  .map((file) => readFileSync(file, 'utf8').split('\n').map(printable).filter(Boolean));
for (const pass of [1, 2]) {
  const start = performance.now();
  const set = paragraphs.flat().map((text) =>
    setParagraph(text, shaper, {
      size: 14,
      measure,
      justify: true,
      direction: directionOf(text),
      language: 'ar',
      kashida: kashida === 'kashida',
    }),
  );
  const ms = Math.round(performance.now() - start);
  console.log(JSON.stringify({ pass, articles: paragraphs.length, ...sumUp(set, measure), ms }));
}
