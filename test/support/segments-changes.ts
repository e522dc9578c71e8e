// A row of random changes, the same from run to run.
import type { Words } from '#core/search/segments/gather.ts';
import { seeded } from './seeded.ts';
import { zipfWords } from './zipf-words.ts';

const ROWS = 150;
const { text } = zipfWords(seeded(3), 400);
const texts = Array.from({ length: 300 }, (_, n) => text(5 + (n % 30)));

/** What change number `number` does: rows that get other words, rows that go. */
export function applyChange(number: number, apply: (row: number, words: Words | undefined) => void): void {
  const chance = seeded(1000 + number);
  for (let left = 1 + chance.int(number % 5 === 0 ? 40 : 3); left > 0; left--) {
    const start = chance.int(texts.length);
    const words = { title: texts[start]!.slice(0, chance.int(5)), body: texts[(start + 1) % texts.length]! };
    apply(chance.int(ROWS), chance.chance(0.2) ? undefined : words);
  }
}
