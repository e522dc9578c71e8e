// Do glyphs and places equal HarfBuzz's? node test/bench/shaping.ts FILE-OF-SENTENCES... : 10,000 words and 500 vowelled sentences
// of them in every face.
import { readFileSync } from 'node:fs';
import shipped from '../../resources/fonts.json' with { type: 'json' };
import { loadFaces } from '../../src/core/export/faces/load-faces.ts';
import { readTrueType } from '../../src/core/export/pdf/true-type.ts';
import { shapesOf, unlike } from '../support/whole-shaping.ts';

const lines = process.argv.slice(2).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
const arabic = lines.map((line) =>
  line
    .replace(/[^\p{Script=Arabic}\u064b-\u0652 ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim(),
);
// Numbers go from left to right, whatever their script.
const words = [...new Set(arabic.flatMap((line) => line.split(' ')))].filter((word) => /\p{L}/u.test(word)).slice(0, 10_000);
const vowelled = arabic.filter((line) => (line.match(/[\u064b-\u0652]/g)?.length ?? 0) > line.length / 4).slice(0, 500);
for (const { id } of shipped.faces) {
  const { regular, bold } = await loadFaces(id);
  for (const [weight, bytes] of Object.entries({ regular, bold })) {
    const shapes = shapesOf(bytes, readTrueType(bytes).unitsPerEm);
    const wrong = { words: unlike(shapes, words), sentences: unlike(shapes, vowelled) };
    console.log(
      JSON.stringify({
        face: id,
        weight,
        words: words.length,
        sentences: vowelled.length,
        wrong: [wrong.words.length, wrong.sentences.length],
      }),
    );
    for (const text of [...wrong.words, ...wrong.sentences].slice(0, 5)) console.log(text);
  }
}
