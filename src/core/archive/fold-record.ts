// Folds one record's changes from the journals into its readable file.
import type { Item } from '#contract/item.ts';
import { applyChange, type Change, revisionAfter } from '../catalog/change.ts';
import type { Disk } from './disk.ts';
import { replaceFile } from './durable.ts';
import { lastKnown } from './history.ts';
import type { SealedRecord } from './journal-line.ts';
import { stringifyJson } from './json.ts';
import { articlePath } from './layout.ts';
import { setAside } from './quarantine.ts';
import { digestOf, readRecord, type RecordRead } from './records.ts';

export type FoldPlace = { readonly disk: Disk; readonly dir: string; readonly clock: () => Date };

/** How the record lies now; `theirs` is another program's version of the file, which ours has replaced. */
export type Folded = { readonly sealed: SealedRecord; readonly theirs?: Item };

export async function foldRecord(place: FoldPlace, id: string, changes: readonly Change[]): Promise<Folded> {
  const read = await readRecord(place.disk, place.dir, id);
  const { base, theirs } = await baseOf(place, id, read, changes);
  const next = changes.reduce(applyChange, base);
  return { sealed: await writeRecord(place, id, next, read), ...(theirs ? { theirs } : {}) };
}

/** The record that the changes were made to. */
async function baseOf(
  { disk, dir, clock }: FoldPlace,
  id: string,
  read: RecordRead,
  changes: readonly Change[],
): Promise<{ base: Item | undefined; theirs?: Item }> {
  const first = changes[0];
  const replaced = first?.op === 'put' || first?.op === 'remove';
  const aside = (bytes: Uint8Array, reason: string): Promise<unknown> =>
    setAside(disk, dir, bytes, { name: `${id}.${digestOf(bytes).slice(0, 8)}.json`, reason, at: clock() });
  if (read.state === 'damaged') await aside(read.bytes, read.reason);
  if (read.state !== 'sound') return { base: replaced ? undefined : await lastKnown(disk, dir, id) };
  const { item, sha256, bytes } = read;
  const after = (first && revisionAfter(first)) ?? 0;
  const foreign =
    (first?.op === 'put' || first?.op === 'patch') && first.was !== undefined && first.was !== sha256 && item.revision < after;
  if (!foreign) return { base: item };
  await aside(bytes, 'another program changed this record; it was taken in');
  return { base: await lastKnown(disk, dir, id), theirs: item };
}

/** Makes a record's file hold an item, or be gone; a file that holds it already is left alone. */
export async function writeRecord(
  { disk, dir }: Omit<FoldPlace, 'clock'>,
  id: string,
  item: Item | undefined,
  read: RecordRead,
): Promise<SealedRecord> {
  if (!item) {
    if (read.state !== 'absent') await disk.unlink(articlePath(dir, id));
    return [id, null, null];
  }
  const bytes = stringifyJson(item);
  const sha256 = digestOf(bytes);
  if (read.state !== 'sound' || read.sha256 !== sha256) await replaceFile(disk, articlePath(dir, id), bytes, { sync: false });
  return [id, item.revision, sha256];
}
