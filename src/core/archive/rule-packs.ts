// Packs of rules in the archive: one JSON file each, which a person may edit and a sync tool may bring.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { makeFolder, readIfThere, replaceFile } from './durable.ts';

const folderOf = (dir: string): string => join(dir, 'data', 'rules');
/** Names of files hold only [0-9a-z.-]; the pack's own name is inside. */
const fileOf = (dir: string, name: string): string =>
  join(folderOf(dir), `${hash('sha256', name.normalize('NFC'), 'hex').slice(0, 16)}.json`);

/** In the order of their files' names. */
export async function readPacks(disk: Disk, dir: string): Promise<{ path: string; text: string }[]> {
  const names = await disk.names(folderOf(dir)).catch(() => []);
  const packs: { path: string; text: string }[] = [];
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const path = join(folderOf(dir), name);
    const bytes = await readIfThere(disk, path);
    if (bytes) packs.push({ path, text: new TextDecoder().decode(bytes) });
  }
  return packs;
}

/** Durable when resolved. */
export async function writePack(disk: Disk, dir: string, pack: { readonly name: string }): Promise<void> {
  await makeFolder(disk, folderOf(dir));
  await replaceFile(disk, fileOf(dir, pack.name), Buffer.from(`${JSON.stringify(pack, null, 2)}\n`), { sync: true });
}

export async function removeFile(disk: Disk, dir: string, path: string): Promise<void> {
  await disk.unlink(path);
  await disk.syncFolder(folderOf(dir));
}
