// What the journals say of the files: the digest that each record had at the last checkpoint, and whether the journals
// themselves are whole.
import { systemDisk } from '../archive/disk.ts';
import { devicesOf, readLines, segmentsOf } from '../archive/journal-read.ts';
import { segmentPath } from '../archive/layout.ts';
import { itemOf } from '../catalog/change.ts';

export type Seal = { readonly seq: number; readonly revision: number | null; readonly sha256: string | null };
export type Sealed = {
  /** The last seal of each item; null and null for one that was purged. */
  readonly records: ReadonlyMap<string, Seal>;
  /** The last act on each item. */
  readonly acts: ReadonlyMap<string, number>;
  readonly segments: number;
};

/** `onFault` hears the place of each line that does not match its digest or does not follow the one before. */
export async function sealedIn(dir: string, onFault: (place: string) => void): Promise<Sealed> {
  const records = new Map<string, Seal>();
  const acts = new Map<string, number>();
  let segments = 0;
  for (const device of await devicesOf(systemDisk, dir)) {
    let sums: readonly (string | undefined)[] | undefined;
    for (const segment of await segmentsOf(systemDisk, dir, device)) {
      segments += 1;
      const place = (at: number): string => `data/journal/${device}/${String(segment).padStart(8, '0')}.jsonl:${at}`;
      for await (const { line, at } of readLines(systemDisk, segmentPath(dir, device, segment))) {
        if (!line) {
          onFault(place(at));
          // The next line follows one that cannot be read.
          sums = undefined;
          continue;
        }
        const { entry, sum } = line;
        if (sums && entry.prev !== undefined && !sums.includes(entry.prev)) onFault(place(at));
        sums = [sum, entry.was];
        const { seq } = entry;
        if (entry.op === 'tx') {
          for (const change of entry.act.changes) acts.set(itemOf(change) ?? '', Math.max(seq, acts.get(itemOf(change) ?? '') ?? 0));
        } else {
          for (const [id, revision, sha256] of entry.records ?? []) {
            if (seq >= (records.get(id)?.seq ?? 0)) records.set(id, { seq, revision, sha256 });
          }
        }
      }
    }
  }
  return { records, acts, segments };
}
