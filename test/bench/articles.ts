// Articles for measuring: words of the seed in other orders, about 8.6 KB of JSON each, no two alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Item, itemSchema } from '#contract/item.ts';

const words = readFileSync(join(import.meta.dirname, '../fixtures/seed/page.txt'), 'utf8')
  .split(/\s+/u)
  .filter(Boolean);

/** A small generator of numbers, the same from run to run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function article(n: number): Item {
  const next = numbers(n + 1);
  const some = (count: number): string => Array.from({ length: count }, () => words[Math.floor(next() * words.length)]!).join(' ');
  const random = Array.from({ length: 20 }, () => Math.floor(next() * 16).toString(16)).join('');
  return itemOf(
    n,
    random,
    some(9),
    Array.from({ length: 15 }, () => some(48)),
  );
}

/** The same of given texts. */
export const newsArticle = (n: number, { title, body }: { title: string; body: string }): Item =>
  itemOf(n, '0'.repeat(20), title, body.split(/\s*\n\s*/).filter(Boolean));

function itemOf(n: number, random: string, title: string, paragraphs: readonly string[]): Item {
  const head = (0x0190_0000_0000 + n).toString(16).padStart(12, '0');
  return itemSchema.parse({
    schema: 1,
    id: `${head.slice(0, 8)}-${head.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`,
    revision: 1,
    state: 'active',
    title,
    body: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    source: ['الوقت', 'الحياة', 'النهار', 'السفير'][n % 4],
    dates: {
      published: { value: `20${String(10 + (n % 15))}-0${1 + (n % 9)}-1${n % 10}` },
      captured: { value: '2024-05-04T00:00:00.000Z' },
    },
    tags: [`وسم ${n % 40}`],
    files: [],
  });
}
