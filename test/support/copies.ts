// How newspapers copy: texts as numbers of words, made into copies of each kind.
import { seeded } from './seeded.ts';

type Maker = (terms: Uint32Array, other: Uint32Array, seed: number) => Uint32Array;

/** So large a share of the words replaced, left out or put in, one third each. */
const edited =
  (share: number): Maker =>
  (terms, _, seed) => {
    const draw = seeded(seed + 1);
    return Uint32Array.from(
      [...terms].flatMap((term) => {
        if (!draw.chance(share)) return [term];
        const how = draw.int(3);
        const fresh = draw.int(2 ** 32);
        return how === 0 ? [fresh] : how === 1 ? [] : [term, fresh];
      }),
    );
  };

const joined = (...parts: Uint32Array[]): Uint32Array => Uint32Array.from(parts.flatMap((part) => [...part]));

export const copyKinds: Record<string, Maker> = {
  same: (terms) => terms,
  'edited 2 %': edited(0.02),
  'edited 5 %': edited(0.05),
  'edited 10 %': edited(0.1),
  'edited 15 %': edited(0.15),
  'first 70 %': (terms) => terms.slice(0, Math.ceil(terms.length * 0.7)),
  'first half': (terms) => terms.slice(0, Math.ceil(terms.length / 2)),
  'last 70 %': (terms) => terms.slice(Math.floor(terms.length * 0.3)),
  'headed (30 words put before)': (terms, other) => joined(other.slice(0, 30), terms),
  'headed and 5 % edited': (terms, other, seed) => joined(other.slice(0, 30), edited(0.05)(terms, other, seed)),
  'merged with a third of another': (terms, other) => joined(terms, other.slice(0, Math.ceil(terms.length / 3))),
  'merged with another as long': (terms, other) => joined(terms, other.slice(0, terms.length)),
};
