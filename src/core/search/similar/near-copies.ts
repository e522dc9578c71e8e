// Clusters of near copies among texts that go by once; only those that may be copies are read again.
import { openCandidates } from './candidates.ts';
import { gather, type Pair } from './clusters.ts';
import { areCopies, likeness, shingleSet } from './shingles.ts';

/** A text as the numbers of its words in order (shingles.ts, termNumbers). */
export type NumberedText = { readonly id: string; readonly terms: ArrayLike<number> };
/** `similarity`: the least share of three-word runs that two neighbours have in common, 0–1. */
export type CopyCluster = { readonly ids: readonly string[]; readonly similarity: number };

export type NearCopiesOptions = {
  /** Reads a text again. */
  readonly termsOf: (id: string) => Promise<ArrayLike<number> | undefined>;
  readonly expected?: number | undefined;
  /** Called between portions; throws to end the work. */
  readonly check?: (() => void) | undefined;
  readonly onProgress?: ((step: 'reading' | 'comparing', done: number) => void) | undefined;
};

/** Texts kept at hand while pairs are compared; about 2 KB each. */
const AT_HAND = 4096;
const PORTION = 256;

export async function nearCopies(texts: AsyncIterable<NumberedText>, options: NearCopiesOptions): Promise<CopyCluster[]> {
  const { check, onProgress } = options;
  const candidates = openCandidates(options.expected);
  const ids: string[] = [];
  const suspected: [number, number][] = [];
  for await (const { id, terms } of texts) {
    if (ids.length % PORTION === 0) {
      check?.();
      onProgress?.('reading', ids.length);
    }
    for (const other of candidates.add(terms)) suspected.push([other, ids.length]);
    ids.push(id);
  }
  return clustersAmong(ids, suspected, options);
}

type Among = Pick<NearCopiesOptions, 'termsOf' | 'check' | 'onProgress'>;

/** Clusters of those pairs that are copies indeed. A pair is told by the places of its texts in `ids`. */
export async function clustersAmong(
  ids: readonly string[],
  suspected: readonly (readonly [number, number])[],
  { termsOf, check, onProgress }: Among,
): Promise<CopyCluster[]> {
  const setOf = openSets(async (text) => shingleSet((await termsOf(ids[text]!)) ?? []));
  const lengths = new Map<number, number>();
  const pairs: Pair[] = [];
  for (const [done, [a, b]] of suspected.entries()) {
    if (done % PORTION === 0) {
      check?.();
      onProgress?.('comparing', done);
    }
    const [x, y] = [await setOf(a), await setOf(b)];
    lengths.set(a, x.length).set(b, y.length);
    const found = likeness(x, y);
    if (areCopies(x, y, found)) pairs.push({ a, b, likeness: found.resemblance });
  }
  const clusters = await gather(
    pairs,
    async (a, b) => areCopies(await setOf(a), await setOf(b)),
    (a, b) => lengths.get(a)! < lengths.get(b)! || (lengths.get(a) === lengths.get(b) && a < b),
  );
  return clusters.map(({ members, likeness: least }) => ({
    ids: members.map((text) => ids[text]!),
    similarity: Math.round(least * 1000) / 1000,
  }));
}

/** The sets last asked for. */
function openSets(read: (text: number) => Promise<Uint32Array>): (text: number) => Promise<Uint32Array> {
  const kept = new Map<number, Uint32Array>();
  return async (text) => {
    const set = kept.get(text) ?? (await read(text));
    kept.delete(text);
    kept.set(text, set);
    if (kept.size > AT_HAND) kept.delete(kept.keys().next().value!);
    return set;
  };
}
