// data/catalog.json through lowdb: what the archive knows beside its articles. When it is damaged the journals know it too.
import { Low } from 'lowdb';
import { defaultSettings, type Settings, settingsSchema } from '#contract/settings.ts';
import type { Disk } from './disk.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import { devicesOf, readLines, segmentsOf } from './journal-read.ts';
import { catalogPath, segmentPath } from './layout.ts';
import { setAside } from './quarantine.ts';
import { digestOf } from './records.ts';

export type Catalogue = { archiveId?: string; settings: Settings; [key: string]: unknown };

export async function openCatalogue(
  disk: Disk,
  dir: string,
  { repair, clock }: { repair: boolean; clock: () => Date },
): Promise<Low<Catalogue>> {
  let damaged = false;
  const adapter = new DurableJsonFile<Catalogue>(disk, catalogPath(dir), async (bytes, reason) => {
    damaged = true;
    if (repair) await setAside(disk, dir, bytes, { name: `catalog.${digestOf(bytes).slice(0, 8)}.json`, reason, at: clock() });
  });
  const low = new Low<Catalogue>(adapter, { settings: defaultSettings });
  await low.read();
  const found: unknown = low.data;
  const rest = typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : {};
  const settings = settingsSchema.safeParse(rest['settings']).data;
  low.data = { ...rest, settings: settings ?? (damaged || found !== null ? await lastSettings(disk, dir) : undefined) ?? defaultSettings };
  return low;
}

async function lastSettings(disk: Disk, dir: string): Promise<Settings | undefined> {
  let last: { seq: number; settings: Settings } | undefined;
  const named = Buffer.from('"op":"settings"');
  for (const device of await devicesOf(disk, dir)) {
    for (const segment of await segmentsOf(disk, dir, device)) {
      for await (const { line } of readLines(disk, segmentPath(dir, device, segment), { wants: (bytes) => bytes.includes(named) })) {
        if (line?.entry.op !== 'tx') continue;
        for (const change of line.entry.act.changes) {
          if (change.op === 'settings' && line.entry.seq >= (last?.seq ?? 0)) last = { seq: line.entry.seq, settings: change.settings };
        }
      }
    }
  }
  return last && settingsSchema.safeParse(last.settings).data;
}
