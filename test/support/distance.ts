// Levenshtein distance of long texts that differ little: only the band of the table in which a way of that cost can lie is
// filled (Ukkonen, "Algorithms for Approximate String Matching", 1985), twice as wide until it is wide enough.

const [MATCH, REPLACE, DROP, ADD] = [0, 1, 2, 3];

/** The steps of the cheapest way, by row of `wanted` and column of the band, or nothing where it is dearer than `most`. */
function table(wanted: string, read: string, most: number): { cost: number; steps: Uint8Array } | undefined {
  const width = 2 * most + 1;
  const steps = new Uint8Array((wanted.length + 1) * width);
  let row = new Uint32Array(width + 2).fill(0xffff_ff00);
  let next = new Uint32Array(width + 2);
  for (let i = 0; i <= wanted.length; i++) {
    next.fill(0xffff_ff00);
    for (let j = Math.max(0, i - most); j <= Math.min(read.length, i + most); j++) {
      const at = j - i + most + 1;
      if (i === 0 && j === 0) {
        next[at] = 0;
        continue;
      }
      let best = 0xffff_ff00;
      let step = MATCH;
      if (i > 0 && j > 0) {
        const same = wanted.charCodeAt(i - 1) === read.charCodeAt(j - 1);
        best = row[at]! + (same ? 0 : 1);
        step = same ? MATCH : REPLACE;
      }
      if (i > 0 && row[at + 1]! + 1 < best) [best, step] = [row[at + 1]! + 1, DROP];
      if (j > 0 && next[at - 1]! + 1 < best) [best, step] = [next[at - 1]! + 1, ADD];
      next[at] = best;
      steps[i * width + at - 1] = step;
    }
    [row, next] = [next, row];
  }
  const cost = row[read.length - wanted.length + most + 1] ?? Infinity;
  return cost <= most ? { cost, steps } : undefined;
}

function solve(wanted: string, read: string): { cost: number; steps: Uint8Array; most: number } {
  for (let most = Math.abs(wanted.length - read.length) + 32; ; most *= 2) {
    const found = table(wanted, read, most);
    if (found) return { ...found, most };
  }
}

export const distance = (wanted: string, read: string): number => (wanted === read ? 0 : solve(wanted, read).cost);

export type Difference = { wanted: string; read: string; before: string; after: string };

/** Where the texts differ, each with what is `around` it in the wanted one. */
export function differences(wanted: string, read: string, around = 12): Difference[] {
  const { steps, most } = solve(wanted, read);
  const found: { from: number; to: number; readFrom: number; readTo: number }[] = [];
  let [i, j] = [wanted.length, read.length];
  while (i > 0 || j > 0) {
    const step = steps[i * (2 * most + 1) + j - i + most]!;
    const [fromI, fromJ] = [step === ADD ? i : i - 1, step === DROP ? j : j - 1];
    if (step !== MATCH) {
      const last = found.at(-1);
      if (last?.from === i && last.readFrom === j) [last.from, last.readFrom] = [fromI, fromJ];
      else found.push({ from: fromI, to: i, readFrom: fromJ, readTo: j });
    }
    [i, j] = [fromI, fromJ];
  }
  return found.reverse().map(({ from, to, readFrom, readTo }) => ({
    wanted: wanted.slice(from, to),
    read: read.slice(readFrom, readTo),
    before: wanted.slice(Math.max(0, from - around), from),
    after: wanted.slice(to, to + around),
  }));
}
