import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCandidates } from '../../src/core/search/similar/candidates.ts';
import { gather, type Pair } from '../../src/core/search/similar/clusters.ts';
import { nearCopies } from '../../src/core/search/similar/near-copies.ts';
import { areCopies, likeness, shingleSet } from '../../src/core/search/similar/shingles.ts';
import { copyKinds } from '../support/copies.ts';
import { seeded } from '../support/seeded.ts';

const draw = seeded(4);
const text = (words: number): Uint32Array => Uint32Array.from({ length: words }, () => draw.int(20_000));
const texts = Array.from({ length: 300 }, () => text(120 + draw.int(300)));

async function clustersOf(all: readonly Uint32Array[], signal?: AbortSignal): Promise<string[][]> {
  async function* stream() {
    for (const [n, terms] of all.entries()) yield { id: String(n), terms };
  }
  const found = await nearCopies(stream(), { termsOf: async (id) => all[Number(id)], expected: 4, check: () => signal?.throwIfAborted() });
  return found.map(({ ids }) => [...ids]);
}

describe('a copy', () => {
  test.each(Object.keys(copyKinds))('%s is found', (kind) => {
    const candidates = openCandidates(4);
    for (const terms of texts) candidates.add(terms);
    const found = texts.filter((terms, n) => {
      const copy = copyKinds[kind]!(terms, texts[(n + 7) % texts.length]!, n);
      return candidates.add(copy).includes(n) && areCopies(shingleSet(terms), shingleSet(copy));
    });
    expect(found.length / texts.length).toBeGreaterThanOrEqual(kind === 'edited 15 %' ? 0.75 : kind === 'edited 10 %' ? 0.98 : 0.99);
  });

  test('other texts are none', async () => {
    expect(await clustersOf(texts)).toEqual([]);
  });

  test('of a short text counts only when there is enough of it', () => {
    const candidates = openCandidates();
    expect(candidates.add([])).toEqual([]);
    expect(candidates.add([1, 2])).toEqual([]);
    const short = shingleSet([1, 2, 3, 4]);
    expect(areCopies(short, short)).toBe(false);
    const long = shingleSet(text(10));
    expect(areCopies(long, long)).toBe(true);
    const [heading, passage] = [text(25), text(40)];
    const within = (part: Uint32Array) => shingleSet([...part, ...text(300)]);
    expect(areCopies(shingleSet(heading), within(heading))).toBe(false);
    expect(areCopies(shingleSet(passage), within(passage))).toBe(true);
  });
});

describe('clusters', () => {
  test('wire copies are one cluster, with the least likeness in it', async () => {
    const [a, b] = [texts[0]!, texts[1]!];
    const edited = copyKinds['edited 5 %']!;
    const all = [a, b, edited(a, b, 1), text(200), edited(a, b, 2), b, edited(a, b, 3)];
    expect(await clustersOf(all)).toEqual([
      ['1', '5'],
      ['0', '2', '4', '6'],
    ]);
  });

  test('a round-up of many articles does not make one cluster of them', async () => {
    const parts = Array.from({ length: 2 }, () => text(150));
    const roundUp = Uint32Array.from(parts.flatMap((part) => [...part]));
    expect((await clustersOf([...parts, roundUp])).map((ids) => ids.join(' ')).toSorted()).toEqual(['0 2', '1 2']);
  });

  test('ten thousand equal texts take no time', async () => {
    const all = Array.from({ length: 10_000 }, () => texts[0]!);
    const started = performance.now();
    expect((await clustersOf(all))[0]!.length).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  test('the work stops when it is asked to', async () => {
    await expect(clustersOf(texts, AbortSignal.abort())).rejects.toThrow();
  });

  test('every pair that is told stands in a cluster, and every member has a copy in it', async () => {
    const pair = fc.tuple(fc.nat(12), fc.nat(12), fc.double({ min: 0, max: 1, noNaN: true })).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 30 }), async (list) => {
        const pairs: Pair[] = list.map(([a, b, like]) => ({ a: Math.min(a, b), b: Math.max(a, b), likeness: like }));
        const known = new Set(pairs.map(({ a, b }) => `${a} ${b}`));
        const isPair = (a: number, b: number): boolean => known.has(`${Math.min(a, b)} ${Math.max(a, b)}`);
        const clusters = await gather(
          pairs,
          async (a, b) => isPair(a, b),
          (a, b) => a < b,
        );
        for (const { a, b } of pairs) expect(clusters.some(({ members }) => members.includes(a) && members.includes(b))).toBe(true);
        for (const { members } of clusters)
          for (const one of members) expect(members.some((other) => other !== one && isPair(one, other))).toBe(true);
      }),
    );
  });
});

test('likeness is that of the sets', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 20 }), fc.array(fc.nat(6), { maxLength: 20 }), (a, b) => {
      const [x, y] = [shingleSet(a), shingleSet(b)];
      const both = new Set(x).intersection(new Set(y)).size;
      const all = new Set(x).union(new Set(y)).size;
      expect(likeness(x, y).resemblance).toBeCloseTo(all === 0 || both === 0 ? 0 : both / all);
    }),
  );
});
