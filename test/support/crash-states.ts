// The states that a power cut at any moment could leave: every prefix of the log, and for each the ways to lose what no
// sync covers yet. Not all of them, there are too many: the extreme ones, and as many by lot as are asked for.
import { createHash } from 'node:crypto';
import { type Image, type Operation, ROOT, SECTOR } from './disk-image.ts';
import type { FileFate } from './file-versions.ts';
import { foldersOf, type NamesFate } from './name-versions.ts';
import { createPowerCut, type Fate } from './power-cut.ts';
import { type Seeded, seeded } from './seeded.ts';

export type CrashOptions = {
  seed: number;
  /** States by lot for each prefix, beside the extreme ones. */
  draws?: number;
  /** `folder`: the changes of names in one folder are lost from the newest on; `any`: any of them may be lost. */
  names?: 'folder' | 'any';
  /** Prefixes to look at: from this length … */
  from?: number;
  /** … to this one, both included. */
  to?: number;
  /** About so many states, spread over the whole; all when not given. */
  limit?: number;
};

export type CrashState = {
  readonly image: Image;
  /** Operations of the log that were made before. */
  readonly at: number;
  /** `process`: nothing was lost, only the program ended (kill -9). */
  readonly kind: string;
  /** Marks made before. */
  readonly marks: readonly unknown[];
};

const kept: FileFate = { sector: (_, pending) => pending - 1, size: (sizes) => sizes.at(-1)! };
const lost: FileFate = { sector: () => -1, size: (sizes) => sizes[0]! };
/** The length grew before the bytes came: it reads as zeros. */
const zeros: FileFate = { sector: () => -1, size: (sizes) => sizes.at(-1)! };
/** The bytes came, but the length did not grow. */
const unsized: FileFate = { sector: (_, pending) => pending - 1, size: (sizes) => sizes[0]! };

const extremes: readonly { kind: string; fate: Fate }[] = [
  { kind: 'process', fate: { names: () => true, file: () => kept } },
  { kind: 'all lost', fate: { names: () => false, file: () => lost } },
  { kind: 'data lost', fate: { names: () => true, file: () => lost } },
  { kind: 'data zero', fate: { names: () => true, file: () => zeros } },
  { kind: 'names lost', fate: { names: () => false, file: () => kept } },
];

export function* crashStates(image: Image, log: readonly Operation[], options: CrashOptions): Generator<CrashState> {
  const { seed, draws = 4, names = 'any', from = 0, to = log.length, limit } = options;
  const random = seeded(seed);
  const cut = createPowerCut(image);
  const marks: unknown[] = [];
  const seen = new Set<string>();
  const kinds = extremes.length + draws;
  const share = limit === undefined ? 1 : limit / ((to - from + 1) * kinds);

  for (let at = 0; at <= to; at++) {
    if (at > 0) {
      const operation = log[at - 1]!;
      cut.follow(operation);
      if (operation.op === 'mark') marks.push(operation.value);
    }
    // The same states are met again behind the mark, where more is owed.
    if (at < from || (at < to && log[at]?.op === 'mark')) continue;
    const last = cut.isPending ? kinds : 1;
    for (let turn = 0; turn < last; turn++) {
      if (share < 1 && !random.chance(share)) continue;
      const { kind, fate } = extremes[turn] ?? { kind: `lot ${turn}`, fate: byLot(random, names) };
      const state = cut.image(fate);
      const print = `${marks.length} ${fingerprint(state)}`;
      if (seen.has(print)) continue;
      seen.add(print);
      yield { image: state, at, kind, marks: [...marks] };
    }
  }
}

function byLot(random: Seeded, order: 'folder' | 'any'): Fate {
  return { names: order === 'any' ? namesInAnyOrder(random) : namesInOrder(random), file: () => fileByLot(random) };
}

function fileByLot(random: Seeded): FileFate {
  const fate = random.int(8);
  if (fate === 0) return kept;
  if (fate === 1) return lost;
  if (fate === 2) return zeros;
  if (fate === 3) return unsized;
  // Written up to some sector, in order.
  if (fate === 4) {
    const end = random.int(16);
    return { sector: (number, pending) => (number < end ? pending - 1 : -1), size: (sizes) => sizes.at(-1)! };
  }
  // One sector in a few is missing; the length is right.
  if (fate === 5) return { sector: (_, pending) => (random.chance(0.2) ? -1 : pending - 1), size: (sizes) => sizes.at(-1)! };
  return { sector: (_, pending) => random.int(pending + 1) - 1, size: (sizes) => sizeByLot(random, sizes) };
}

/** A length the file had, or a whole number of sectors between two of them. */
function sizeByLot(random: Seeded, sizes: readonly number[]): number {
  const one = random.pick(sizes);
  if (random.chance(0.5)) return one;
  const low = Math.min(...sizes);
  const high = Math.max(...sizes);
  const cut = Math.floor((low + random.int(high - low + 1)) / SECTOR) * SECTOR;
  return cut < low ? one : cut;
}

function namesInAnyOrder(random: Seeded): NamesFate {
  const probability = random.pick([0, 0.1, 0.5, 0.9, 1]);
  return () => random.chance(probability);
}

/** When a change is lost, so is every later one in the folders it touches. */
function namesInOrder(random: Seeded): NamesFate {
  const stopped = new Set<number>();
  const probability = random.pick([0, 0.5, 0.8, 0.95, 1]);
  return (change) => {
    const folders = foldersOf(change);
    if (!folders.some((folder) => stopped.has(folder)) && random.chance(probability)) return true;
    for (const folder of folders) stopped.add(folder);
    return false;
  };
}

/** Over what can be reached by a path. */
function fingerprint({ folders, files }: Image): string {
  const hash = createHash('sha1');
  const visit = (inode: number): void => {
    for (const [name, child] of [...folders.get(inode)!].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const file = files.get(child);
      hash.update(`${name}\0${file ? file.bytes.length : 'folder'}\0`);
      if (file) hash.update(file.bytes);
      else visit(child);
      hash.update('\0');
    }
  };
  visit(ROOT);
  return hash.digest('hex');
}
