// The archive's packs of rules: read, checked, put, taken away.
import { Failure, isFailure } from '#contract/errors.ts';
import type { RulePack } from '#contract/rules.ts';
import { systemDisk } from '../archive/disk.ts';
import { readPacks, removeFile, writePack } from '../archive/rule-packs.ts';
import type { Store } from '../archive/store.types.ts';
import { parsePack } from '../capture/rules/packs.ts';

export type KeptPack = { readonly path: string; readonly pack: RulePack };
export type Broken = { readonly path: string; readonly code: string; readonly params: Record<string, unknown> };

/** A pack that a person broke while editing is named, and the others apply. */
export async function packsOf(dir: string): Promise<{ packs: KeptPack[]; broken: Broken[] }> {
  const packs: KeptPack[] = [];
  const broken: Broken[] = [];
  for (const { path, text } of await readPacks(systemDisk, dir)) {
    try {
      packs.push({ path, pack: parsePack(text, path) });
    } catch (error) {
      if (!isFailure(error)) throw error;
      broken.push({ path, code: error.code, params: { ...error.params } });
    }
  }
  return { packs, broken };
}

/** Replaces the pack of the same name. Throws archive.read-only, rules.*. */
export async function putPack(store: Store, text: string, path: string): Promise<RulePack> {
  const pack = parsePack(text, path);
  await mayWrite(store);
  const before = (await packsOf(store.dir)).packs.filter((one) => one.pack.name === pack.name);
  await writePack(systemDisk, store.dir, pack);
  const after = (await packsOf(store.dir)).packs.filter((one) => one.pack.name === pack.name);
  // A file that a person named otherwise held it before.
  if (after.length > 1) for (const { path: old } of before) await removeFile(systemDisk, store.dir, old);
  return pack;
}

/** Throws rules.missing. */
export async function removePack(store: Store, name: string): Promise<void> {
  await mayWrite(store);
  const found = (await packsOf(store.dir)).packs.filter(({ pack }) => pack.name === name);
  if (found.length === 0) throw new Failure('rules.missing', { name });
  for (const { path } of found) await removeFile(systemDisk, store.dir, path);
}

/** Throws archive.read-only, archive.disk-full. */
const mayWrite = (store: Store): Promise<unknown> => Promise.resolve(store.putObjects([]));
