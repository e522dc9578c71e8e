// The test instrument for refused system calls.
import { expect, test } from 'vitest';
import { writeAll } from '#core/archive/durable.ts';
import { createCrashDisk } from '../support/crash-disk.ts';
import { callKinds, createFailingDisk } from '../support/failing-disk.ts';
import { omissions, omitting } from '../support/mutants.ts';

const bytes = new TextEncoder().encode('0123456789');
const healthy = () => createCrashDisk({ seed: 1, shortWrites: 0 });

test('the n-th call fails, once', async () => {
  const disk = createFailingDisk(healthy(), { code: 'EIO', kinds: ['write'], nth: 2 });
  const file = await disk.open('/f', 'create');
  expect(await file.write(bytes, 0, 0)).toBe(10);
  await expect(file.write(bytes, 0, 10)).rejects.toMatchObject({ code: 'EIO' });
  expect(await file.write(bytes, 0, 10)).toBe(10);
  expect([disk.counted, disk.failed]).toEqual([3, 1]);
});

test('a lasting failure lasts until it is healed', async () => {
  const disk = createFailingDisk(healthy(), { code: 'EPERM', kinds: ['rename'], nth: 2, lasting: true });
  for (const name of ['/a', '/b', '/c']) await (await disk.open(name, 'create')).close();
  await disk.rename('/a', '/d');
  await expect(disk.rename('/b', '/e')).rejects.toMatchObject({ code: 'EPERM' });
  await expect(disk.rename('/c', '/f')).rejects.toMatchObject({ code: 'EPERM' });
  disk.heal();
  await disk.rename('/c', '/f');
  expect([...(await disk.names('/'))].sort()).toEqual(['b', 'd', 'f']);
});

test.each([false, true])('a full disk takes half first (lasting: %s)', async (lasting) => {
  const below = healthy();
  const disk = createFailingDisk(below, { code: 'ENOSPC', kinds: ['write'], nth: 1, lasting, short: true });
  const file = await disk.open('/f', 'create');
  await expect(writeAll(file, bytes, 0)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect((await below.readFile('/f')).length).toBe(5);
  if (lasting) await expect(file.write(bytes, 0, 0)).rejects.toMatchObject({ code: 'ENOSPC' });
  else expect(await file.write(bytes, 0, 0)).toBe(10);
});

test('a full disk still opens what is there, and gives room back', async () => {
  const below = healthy();
  await (await below.open('/f', 'create')).close();
  const disk = createFailingDisk(below, { code: 'ENOSPC', nth: 1, lasting: true });
  const file = await disk.open('/f', 'append');
  await file.truncate(0);
  await expect(disk.open('/g', 'append')).rejects.toMatchObject({ code: 'ENOSPC' });
  await expect(disk.makeFolder('/h')).rejects.toMatchObject({ code: 'ENOSPC' });
  await disk.unlink('/f');
});

test('every kind of call can be made to fail', async () => {
  for (const kind of callKinds) {
    const below = healthy();
    await (await below.open('/f', 'create')).close();
    const disk = createFailingDisk(below, { code: 'EIO', kinds: [kind], nth: 1 });
    const calls = async (): Promise<void> => {
      const file = await disk.open('/f', 'update');
      await file.write(bytes, 0, 0);
      await file.truncate(3);
      await file.dataSync();
      await file.sync();
      await file.close();
      await (await disk.open('/f', 'read')).close();
      await disk.makeFolder('/a');
      await disk.syncFolder('/');
      await disk.rename('/f', '/g');
      await disk.unlink('/g');
    };
    await expect(calls(), kind).rejects.toMatchObject({ code: 'EIO', syscall: kind });
    expect(disk.failed).toBe(1);
  }
});

test.each(['sync', 'dataSync'] as const)('after a failed %s the bytes may be gone, though the next one succeeds', async (kind) => {
  const below = healthy();
  const disk = createFailingDisk(below, { code: 'EIO', kinds: [kind], nth: 1 });
  const file = await disk.open('/f', 'create');
  await disk.syncFolder('/');
  await file.write(bytes, 0, 0);
  await expect(file[kind]()).rejects.toMatchObject({ code: 'EIO' });
  await file.write(bytes, 0, 600);
  await file[kind]();
  const first = new Set<string>();
  for (const state of below.crashStates({ seed: 1, from: below.log.length, draws: 20 })) {
    const text = new TextDecoder().decode(await state.disk.readFile('/f'));
    expect(text.slice(600)).toBe('0123456789');
    first.add(text.slice(0, 10));
  }
  expect(first).toEqual(new Set(['0123456789', '\0'.repeat(10)]));
});

test('what is written over after a failed sync is durable with the next one', async () => {
  const below = healthy();
  const disk = createFailingDisk(below, { code: 'EIO', kinds: ['sync'], nth: 1 });
  const file = await disk.open('/f', 'create');
  await disk.syncFolder('/');
  await file.write(bytes, 0, 0);
  await expect(file.sync()).rejects.toMatchObject({ code: 'EIO' });
  await file.write(bytes, 0, 10);
  await file.sync();
  for (const state of below.crashStates({ seed: 1, from: below.log.length, draws: 20 }))
    expect((await state.disk.readFile('/f')).length).toBe(20);
});

test('an omission leaves out its own calls, and only those', async () => {
  for (const omission of omissions) {
    const below = healthy();
    const disk = omitting(below, omission);
    const file = await disk.open('/f', 'create');
    await file.write(bytes, 0, 0);
    if (omission !== 'dataSync') await file.dataSync();
    if (omission !== 'sync') await file.sync();
    if (omission !== 'syncFolder') await disk.syncFolder('/');
    const made = below.log.filter(({ op }) => op.startsWith('sync')).length;
    await file[omission === 'sync' ? 'sync' : 'dataSync']();
    if (omission === 'syncFolder') await disk.syncFolder('/');
    const after = below.log.filter(({ op }) => op.startsWith('sync')).length;
    expect(made).toBe(2);
    expect(after - made).toBe(omission === 'syncFolder' ? 1 : 0);
    await file.close();
  }
});
