// What a test needs of the system. Where it is not there, the test is skipped and the reason printed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const full = process.env['WARRAQ_FAULTS'] === 'full';

/** Counts for a quick run, and for a full one. */
export const counted = (quick: number, whole: number): number => (full ? whole : quick);

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const needs = {
  linux: () => process.platform === 'linux',
  root: () => process.getuid?.() === 0,
  strace: () => has('strace') && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0,
  python3: () => spawnSync('python3', ['-c', 'import fcntl']).status === 0,
  loop: () => existsSync('/dev/loop-control') && has('losetup'),
  'mkfs.ext4': () => has('mkfs.ext4'),
  'mkfs.xfs': () => has('mkfs.xfs'),
  mkntfs: () => has('mkntfs'),
  'lowntfs-3g': () => has('lowntfs-3g') && existsSync('/dev/fuse'),
} satisfies Record<string, () => boolean>;
export type Need = keyof typeof needs;

const known = new Map<Need, boolean>();

/** What is missing; empty when the test can run. */
export function missing(...wanted: Need[]): Need[] {
  return wanted.filter((need) => {
    if (!known.has(need)) known.set(need, needs[need]());
    return !known.get(need);
  });
}

/** For `test.skipIf`: tells why. */
export function lacks(what: string, ...wanted: Need[]): boolean {
  const absent = missing(...wanted);
  if (absent.length > 0) process.stderr.write(`skipped: ${what}: this system lacks ${absent.join(', ')}\n`);
  return absent.length > 0;
}

/** Figures of a run, for a person to read. */
export const report = (what: string, figures: Record<string, unknown>): void => {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
};
