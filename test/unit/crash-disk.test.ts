// The test instruments for power cuts: a protocol that is wrong is caught, one that is right passes.
import { expect, test } from 'vitest';
import type { Disk, DiskFile } from '#core/archive/disk.ts';
import { writeAll } from '#core/archive/durable.ts';
import { type CrashDisk, createCrashDisk } from '../support/crash-disk.ts';
import type { CrashOptions } from '../support/crash-states.ts';
import { createFailingDisk } from '../support/failing-disk.ts';
import { createKillableDisk } from '../support/killable-disk.ts';
import { retryingSyncs } from '../support/mutants.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** Three sectors and a bit, so that tearing shows. */
const version = (n: number): string => `${String(n).padStart(8, '0')} ${String(n % 10).repeat(1600)}`;

type Step = 'write' | 'sync' | 'rename' | 'sync folder';
const good: readonly Step[] = ['write', 'sync', 'rename', 'sync folder'];

/** Replaces /f by newer versions of itself, in the steps given, and marks each as done. */
async function replacing(steps: readonly Step[]): Promise<CrashDisk> {
  const disk = createCrashDisk({ seed: 1 });
  for (let n = 1; n <= 6; n++) {
    const file = await disk.open(`/t${n}`, 'create');
    for (const step of steps) {
      if (step === 'write') await writeAll(file, encode(version(n)), 0);
      else if (step === 'sync') await file.sync();
      else if (step === 'rename') await disk.rename(`/t${n}`, '/f');
      else await disk.syncFolder('/');
    }
    await file.close();
    disk.mark(n);
  }
  return disk;
}

async function badReplacements(disk: CrashDisk, options: Partial<CrashOptions> = {}): Promise<{ bad: number; all: number }> {
  let bad = 0;
  let all = 0;
  for (const state of disk.crashStates({ seed: 7, ...options })) {
    all += 1;
    const least = (state.marks.at(-1) as number | undefined) ?? 0;
    const text = (await state.disk.stat('/f')) ? decode(await state.disk.readFile('/f')) : '';
    const n = text === '' && least === 0 && !(await state.disk.stat('/f')) ? 0 : Number(text.slice(0, 8));
    if (!(n >= least && n <= least + 1) || (n > 0 && text !== version(n))) bad += 1;
  }
  return { bad, all };
}

/** Appends lines to /log, believing each dataSync, until one is refused. */
async function appending(disk: CrashDisk, seen: Disk, sync: boolean): Promise<void> {
  const file = await seen.open('/log', 'append');
  await seen.syncFolder('/');
  for (let n = 1, position = 0; n <= 8; n++) {
    const line = encode(`${version(n)}\n`);
    await writeAll(file, line, position);
    position += line.length;
    if (sync && !(await answered(() => file.dataSync()))) return;
    disk.mark(n);
  }
}

const answered = (work: () => Promise<void>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  );

async function badLogs(disk: CrashDisk): Promise<number> {
  let bad = 0;
  for (const state of disk.crashStates({ seed: 3 })) {
    const least = (state.marks.at(-1) as number | undefined) ?? 0;
    const text = (await state.disk.stat('/log')) ? decode(await state.disk.readFile('/log')) : '';
    const lines = text.split('\n').slice(0, least);
    if (lines.length < least || lines.some((line, at) => line !== version(at + 1))) bad += 1;
  }
  return bad;
}

test('a replacement that syncs file and folder survives every state', async () => {
  const disk = await replacing(good);
  expect(disk.openFiles).toBe(0);
  for (const names of ['any', 'folder'] as const) {
    const { bad, all } = await badReplacements(disk, { names, draws: 20 });
    expect(bad).toBe(0);
    expect(all).toBeGreaterThan(40);
  }
});

test.each([
  ['no sync of the file', ['write', 'rename', 'sync folder']],
  ['no sync of the folder', ['write', 'sync', 'rename']],
  ['the rename before the sync', ['write', 'rename', 'sync', 'sync folder']],
  ['the folder before the rename', ['write', 'sync', 'sync folder', 'rename']],
] as [string, Step[]][])('%s is caught', async (_, steps) => {
  const disk = await replacing(steps);
  expect((await badReplacements(disk)).bad).toBeGreaterThan(0);
  expect((await badReplacements(disk, { names: 'folder' })).bad).toBeGreaterThan(0);
});

test('a log that syncs before it reports survives; one that does not is caught', async () => {
  const right = createCrashDisk({ seed: 1 });
  await appending(right, right, true);
  expect(await badLogs(right)).toBe(0);
  const wrong = createCrashDisk({ seed: 1 });
  await appending(wrong, wrong, false);
  expect(await badLogs(wrong)).toBeGreaterThan(0);
});

test('a log that stops at a failed sync survives; one that asks again is caught', async () => {
  const failing = (disk: CrashDisk): Disk => createFailingDisk(disk, { code: 'EIO', kinds: ['dataSync'], nth: 4 });
  const right = createCrashDisk({ seed: 1 });
  await appending(right, failing(right), true);
  expect(right.log.filter(({ op }) => op === 'mark')).toHaveLength(3);
  expect(await badLogs(right)).toBe(0);
  const wrong = createCrashDisk({ seed: 1 });
  await appending(wrong, retryingSyncs(failing(wrong)), true);
  expect(wrong.log.filter(({ op }) => op === 'mark')).toHaveLength(8);
  expect(await badLogs(wrong)).toBeGreaterThan(0);
});

test('bytes without a sync are torn at sectors, missing, zero or whole, and never anything else', async () => {
  const disk = createCrashDisk({ seed: 1, shortWrites: 0 });
  const file = await disk.open('/f', 'create');
  await disk.syncFolder('/');
  await writeAll(file, encode('a'.repeat(2000)), 0);
  const kinds = new Set<string>();
  const texts = new Set<string>();
  for (const { disk: after, kind } of disk.crashStates({ seed: 1, draws: 200, from: disk.log.length })) {
    const text = decode(await after.readFile('/f'));
    for (let at = 0; at < text.length; at += 512) expect(text.slice(at, at + 512)).toMatch(/^(a+|\0+)$/);
    kinds.add(kind.slice(0, 3));
    texts.add(text);
  }
  expect(texts).toContain('');
  expect(texts).toContain('a'.repeat(2000));
  expect(texts).toContain('\0'.repeat(2000));
  expect(texts.size).toBeGreaterThan(12);
  expect([...kinds]).toContain('lot');
});

test('a sync covers what came before it, not what comes while it runs', async () => {
  const texts = new Set<string>();
  for (let seed = 1; seed <= 10; seed++) {
    const disk = createCrashDisk({ seed, shortWrites: 0 });
    const file = await disk.open('/f', 'create');
    await disk.syncFolder('/');
    await file.write(encode('first'), 0, 0);
    const syncing = file.sync();
    await file.write(encode('second'), 0, 5);
    await syncing;
    for (const state of disk.crashStates({ seed, from: disk.log.length, draws: 30 })) texts.add(decode(await state.disk.readFile('/f')));
  }
  expect(texts).toEqual(new Set(['first', 'firstsecond', 'first\0\0\0\0\0\0']));
});

test('a shortened file that grows again shows old length, zeros or new bytes', async () => {
  const disk = createCrashDisk({ seed: 5, shortWrites: 0 });
  const file = await disk.open('/f', 'create');
  await file.write(encode('abcdef'), 0, 0);
  await file.sync();
  await disk.syncFolder('/');
  await file.truncate(2);
  await file.write(encode('XY'), 0, 2);
  const texts = new Set<string>();
  for (const state of disk.crashStates({ seed: 1, from: disk.log.length, draws: 60 })) texts.add(decode(await state.disk.readFile('/f')));
  for (const text of texts) expect(['abcdef', 'ab\0\0\0\0', 'abXY\0\0', 'ab', 'abcd', 'ab\0\0', 'abXY']).toContain(text);
  expect(texts).toContain('abXY');
  expect(texts).toContain('abcdef');
});

test('a move between folders is whole: never in both, never in none', async () => {
  const disk = createCrashDisk({ seed: 1 });
  for (const folder of ['/a', '/b']) await disk.makeFolder(folder);
  await disk.syncFolder('/');
  const file = await disk.open('/a/f', 'create');
  await file.sync();
  await disk.syncFolder('/a');
  await disk.rename('/a/f', '/b/g');
  const seen = new Set<string>();
  for (const state of disk.crashStates({ seed: 1, from: disk.log.length, draws: 20 }))
    seen.add(`${(await state.disk.names('/a')).join()}|${(await state.disk.names('/b')).join()}`);
  expect(seen).toEqual(new Set(['f|', '|g']));
  await disk.syncFolder('/b');
  for (const state of disk.crashStates({ seed: 1, from: disk.log.length, draws: 20 })) expect(await state.disk.names('/a')).toEqual([]);
});

test('a synced file in a folder without a durable name is gone with it', async () => {
  const disk = createCrashDisk({ seed: 1 });
  await disk.makeFolder('/a');
  const file = await disk.open('/a/f', 'create');
  await file.sync();
  await disk.syncFolder('/a');
  const gone: boolean[] = [];
  for (const state of disk.crashStates({ seed: 1, from: disk.log.length })) gone.push((await state.disk.stat('/a/f')) === undefined);
  expect(gone).toContain(true);
  expect(gone).toContain(false);
});

test('the same seed gives the same states; a limit is about kept', async () => {
  const disk = await replacing(good);
  const run = (limit?: number): string[] =>
    [...disk.crashStates({ seed: 11, ...(limit === undefined ? {} : { limit }) })].map(
      ({ at, kind, image }) => `${at} ${kind} ${JSON.stringify([...image.folders].map(([inode, names]) => [inode, [...names]]))}`,
    );
  expect(run()).toEqual(run());
  expect(run(40)).toEqual(run(40));
  expect(run(40).length).toBeLessThan(70);
  expect(run(40).length).toBeGreaterThan(15);
});

test('a crash state can be written on, and cut again', async () => {
  const disk = await replacing(good);
  const [state] = disk.crashStates({ seed: 1, from: disk.log.length });
  const again: DiskFile = await state!.disk.open('/g', 'create');
  await writeAll(again, encode('more'), 0);
  const kinds = [...state!.disk.crashStates({ seed: 1 })];
  expect(kinds.length).toBeGreaterThan(3);
  for (const { disk: twice } of kinds) expect(decode(await twice.readFile('/f'))).toBe(version(6));
});

test('errors are those of the system', async () => {
  const disk = createCrashDisk({ seed: 1 });
  await disk.makeFolder('/a');
  expect(await disk.makeFolder('/a')).toBe(false);
  const made = await disk.open('/a/f', 'append');
  await made.close();
  await expect(disk.open('/a/f', 'create')).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(disk.open('/a/g', 'update')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(disk.open('/b/g', 'create')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(disk.open('/a/f/g', 'create')).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(disk.readFile('/a')).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(disk.unlink('/x')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(disk.rename('/x', '/y')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(disk.syncFolder('/x')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(disk.names('/x')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(made.write(encode('x'), 0, 0)).rejects.toMatchObject({ code: 'EBADF' });
  const reader = await disk.open('/a/f', 'read');
  await expect(reader.write(encode('x'), 0, 0)).rejects.toMatchObject({ code: 'EBADF' });
  expect(await disk.stat('/a/f/g')).toBeUndefined();
  expect(await disk.stat('/a')).toMatchObject({ isFolder: true });
});

test('a killed program neither writes nor hears any more', async () => {
  const disk = createCrashDisk({ seed: 1 });
  const program = createKillableDisk(disk);
  const file = await program.open('/f', 'create');
  const heard: string[] = [];
  const late = file.write(encode('x'), 0, 0).then(() => heard.push('write'));
  await program.kill();
  void program.stat('/f').then(() => heard.push('stat'));
  await new Promise((later) => setTimeout(later, 5));
  expect(heard).toEqual([]);
  expect(late).toBeInstanceOf(Promise);
});
