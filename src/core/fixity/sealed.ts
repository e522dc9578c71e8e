// What the journals say of the files: the digest that each record had at the last checkpoint, and whether the journals
// themselves are whole.
import { systemDisk } from '../archive/disk.ts';
import { decodeHead, decodeLine, type LineHead } from '../archive/journal-line.ts';
import { devicesOf, readRawLines, segmentsOf } from '../archive/journal-read.ts';
import { segmentPath } from '../archive/layout.ts';
import { itemOf } from '../catalog/change.ts';

export type Seal = { readonly seq: number; readonly revision: number | null; readonly sha256: string | null };
export type Sealed = {
  /** The last seal of each item; null and null for one that was purged. */
  readonly records: ReadonlyMap<string, Seal>;
  readonly segments: number;
};

/** `onFault` hears the place of each line that does not match its digest or does not follow the one before. */
export async function sealedIn(dir: string, onFault: (place: string) => void): Promise<Sealed> {
  const records = new Map<string, Seal>();
  let segments = 0;
  let before: { device: string; sums: (string | undefined)[] } | undefined;
  for await (const { device, segment, at, head, bytes } of headsOf(dir)) {
    const fault = (): void => onFault(`data/journal/${device}/${String(segment).padStart(8, '0')}.jsonl:${at}`);
    if (at === 0) segments += 1;
    if (!head) {
      fault();
      // The next line follows one that cannot be read.
      before = undefined;
      continue;
    }
    if (before?.device === device && head.prev !== undefined && !before.sums.includes(head.prev)) fault();
    before = { device, sums: [head.sum, head.was] };
    const entry = head.op === 'checkpoint' ? decodeLine(bytes)?.entry : undefined;
    if (entry?.op !== 'checkpoint') continue;
    for (const [id, revision, sha256] of entry.records ?? []) {
      if (entry.seq >= (records.get(id)?.seq ?? 0)) records.set(id, { seq: entry.seq, revision, sha256 });
    }
  }
  return { records, segments };
}

/** The last act on each item; needed only when a file does not agree with its seal. */
export async function actsIn(dir: string): Promise<ReadonlyMap<string, number>> {
  const acts = new Map<string, number>();
  for await (const { head, bytes } of headsOf(dir)) {
    const entry = head?.op === 'tx' ? decodeLine(bytes)?.entry : undefined;
    if (entry?.op !== 'tx') continue;
    for (const change of entry.act.changes) acts.set(itemOf(change) ?? '', Math.max(entry.seq, acts.get(itemOf(change) ?? '') ?? 0));
  }
  return acts;
}

type PlacedHead = { device: string; segment: number; at: number; head: LineHead | undefined; bytes: Uint8Array };

async function* headsOf(dir: string): AsyncGenerator<PlacedHead> {
  for (const device of await devicesOf(systemDisk, dir)) {
    for (const segment of await segmentsOf(systemDisk, dir, device)) {
      for await (const { bytes, at } of readRawLines(systemDisk, segmentPath(dir, device, segment))) {
        yield { device, segment, at, head: decodeHead(bytes), bytes };
      }
    }
  }
}
