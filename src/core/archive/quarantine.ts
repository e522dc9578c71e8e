// What cannot be read is set aside whole, with the reason beside it; nothing is thrown away.
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { makeFolder, replaceFile } from './durable.ts';
import { stringifyJson } from './json.ts';
import { quarantineFolder } from './layout.ts';

export type Aside = { name: string; reason: string; at: Date };

/** Keeps bytes under a name; false when they were kept before, or there are none. */
export async function setAside(disk: Disk, dir: string, bytes: Uint8Array, { name, reason, at }: Aside): Promise<boolean> {
  // A power cut may leave a name without its bytes: nothing is lost with it.
  if (bytes.length === 0) return false;
  const path = join(quarantineFolder(dir), name);
  if (await disk.stat(path)) return false;
  await makeFolder(disk, quarantineFolder(dir));
  await replaceFile(disk, path, bytes, { sync: true });
  const why = { reason, at: at.toISOString(), bytes: bytes.length };
  await replaceFile(disk, `${path}.reason.json`, stringifyJson(why), { sync: true });
  return true;
}

export async function quarantined(disk: Disk, dir: string): Promise<string[]> {
  const names = await disk.names(quarantineFolder(dir)).catch(() => [] as string[]);
  return names.filter((name) => !name.endsWith('.reason.json') && !name.endsWith('.tmp')).sort();
}
