// Copies gathered into clusters. Two clusters become one only when their leaders are copies too, so that a round-up which
// holds many articles does not make one cluster of them all.

/** Numbers of two texts, and how alike they are, 0–1. */
export type Pair = { readonly a: number; readonly b: number; readonly likeness: number };
/** `likeness` is the least of the pairs that hold the cluster together. */
export type Gathered = { readonly members: readonly number[]; readonly likeness: number };

/** A text in more clusters than these is a list of others. */
const ROUNDS = 64;

/**
 * Most alike first. A pair that no cluster could take in is gathered with others of its kind: a long text may be in two
 * clusters, with a copy of its beginning and with one of its end. `isShorter` chooses leaders; a leader is the shorter, for
 * what it holds all members hold.
 */
export async function gather(
  pairs: readonly Pair[],
  areCopies: (a: number, b: number) => Promise<boolean>,
  isShorter: (a: number, b: number) => boolean,
): Promise<Gathered[]> {
  const clusters: Gathered[] = [];
  let left = pairs.toSorted((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
  for (let round = 0; left.length > 0 && round < ROUNDS; round++) {
    const { taken, rest } = await partition(left, areCopies, isShorter);
    clusters.push(...taken);
    left = rest;
  }
  return clusters;
}

async function partition(
  pairs: readonly Pair[],
  areCopies: (a: number, b: number) => Promise<boolean>,
  isShorter: (a: number, b: number) => boolean,
): Promise<{ taken: Gathered[]; rest: Pair[] }> {
  /** Union-find: each text's way to its leader. */
  const up = new Map<number, number>();
  const least = new Map<number, number>();
  const leaderOf = (text: number): number => {
    let top = text;
    for (let next = up.get(top); next !== undefined; next = up.get(top)) top = next;
    for (let at = text; at !== top; ) {
      const next = up.get(at)!;
      up.set(at, top);
      at = next;
    }
    return top;
  };
  const rest: Pair[] = [];
  for (const pair of pairs) {
    const [x, y] = [leaderOf(pair.a), leaderOf(pair.b)];
    if (x === y) continue;
    const direct = (x === pair.a && y === pair.b) || (x === pair.b && y === pair.a);
    if (!direct && !(await areCopies(x, y))) {
      rest.push(pair);
      continue;
    }
    const [leader, other] = isShorter(x, y) ? [x, y] : [y, x];
    up.set(other, leader);
    least.set(leader, Math.min(pair.likeness, least.get(x) ?? 1, least.get(y) ?? 1));
  }
  const members = new Map<number, Set<number>>();
  for (const { a, b } of pairs) {
    for (const text of [a, b]) {
      const leader = leaderOf(text);
      if (least.has(leader)) members.set(leader, (members.get(leader) ?? new Set()).add(text));
    }
  }
  const taken = [...members].map(([leader, all]) => ({ members: [...all].sort((a, b) => a - b), likeness: least.get(leader)! }));
  return { taken, rest: rest.filter(({ a, b }) => leaderOf(a) !== leaderOf(b)) };
}
