// Which segments to merge: those of about one size, so that each document is written again only a few times. Pure.

export type Sized = { readonly id: number /** Documents, dead ones included. */; readonly count: number; readonly live: number };

/** Each tier holds segments up to four times as large as those of the tier below, and at most three of them for long. */
const FACTOR = 4;
/** So many at once, when a build has left them: each document is then written again a single time. */
const AT_ONCE = 64;
/** Larger ones stay as they are: a merge must end some day. */
const LARGEST = 1 << 17;

const tierOf = ({ live }: Sized): number => Math.floor(Math.log(Math.max(1, live)) / Math.log(FACTOR));

/** The segments to merge next, none when all is well. `upTo`: only where no more than so many documents come together. */
export function toMerge<One extends Sized>(segments: readonly One[], upTo = LARGEST): One[] {
  const wasteful = segments.find(({ count, live }) => live * 2 < count && count <= upTo);
  if (wasteful) return [wasteful];
  const tiers = new Map<number, One[]>();
  for (const one of segments) tiers.set(tierOf(one), [...(tiers.get(tierOf(one)) ?? []), one]);
  for (const [, tier] of [...tiers].sort(([a], [b]) => a - b)) {
    if (tier.length < FACTOR) continue;
    const chosen: One[] = [];
    let sum = 0;
    for (const one of tier.sort((a, b) => a.live - b.live || a.id - b.id).slice(0, AT_ONCE)) {
      if (sum + one.live > upTo) break;
      sum += one.live;
      chosen.push(one);
    }
    if (chosen.length >= FACTOR) return chosen;
  }
  return [];
}
