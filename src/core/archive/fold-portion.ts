// Folds many records in a thread of its own: it is told where their changes stand in the journals, and reads them there.
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { Change } from '../catalog/change.ts';
import { blockingDisk } from './blocking-disk.ts';
import type { DiskFile } from './disk.ts';
import { eachOf, putFile } from './durable.ts';
import { foldRecord } from './fold-record.ts';
import type { Location } from './journal-read.ts';
import { parseJson } from './json.ts';
import { newRoom, type Room } from './lay-out-json.ts';
import { decodeLine, recordOf, type SealedRecord } from './journal-line.ts';
import { articlePath, segmentPath } from './layout.ts';
import { digestOf } from './records.ts';
import type { ChangePlace } from './unfolded.ts';

export type FoldPortion = {
  readonly dir: string;
  readonly now: Date;
  /** Whether each file is to be made durable here. */
  readonly sync: boolean;
  readonly records: readonly { readonly id: string; readonly places: readonly ChangePlace[] }[];
};

/** For each record how it lies now, or why it could not be folded. `theirs` is JSON: a copy between threads would lose numbers kept as written. */
export type FoldedPortion = ({ readonly id: string } & (
  | { readonly sealed: SealedRecord; readonly theirs?: string }
  | { readonly error: unknown }
))[];

/** Asked for together, the file system brings them to the disk together. */
const SYNC_WIDTH = 64;

/** With `sync` the files are durable but for their names when it resolves. */
export async function foldPortion({ dir, now, sync, records }: FoldPortion): Promise<FoldedPortion> {
  const folded: FoldedPortion = [];
  const open: { file: DiskFile; one: FoldedPortion[number] }[] = [];
  const segments = openSegments(dir);
  try {
    for (const { id, places } of records) {
      try {
        const { file, ...one } = (await foldNew(dir, id, places, segments)) ?? (await foldAny(dir, now, id, places, segments));
        if (file && sync) {
          open.push({ file, one });
          continue;
        }
        await file?.close();
        folded.push(one);
      } catch (error) {
        folded.push({ id, error });
      }
    }
  } finally {
    segments.close();
  }
  await eachOf(open, SYNC_WIDTH, async ({ file, one }) => {
    try {
      await file.sync();
      folded.push(one);
    } catch (error) {
      folded.push({ id: one.id, error });
    } finally {
      await file.close();
    }
  });
  return folded;
}

type Written = FoldedPortion[number] & { readonly file?: DiskFile };

/** Nearly all of a large import: a record that is put where there is no file takes its bytes from the journal's line. */
async function foldNew(dir: string, id: string, places: readonly ChangePlace[], segments: Segments): Promise<Written | undefined> {
  const [place, ...more] = places;
  const path = articlePath(dir, id);
  if (place?.put === undefined || more.length > 0 || existsSync(path)) return undefined;
  const bytes = recordOf(segments.line(place.location), segments.room);
  if (!bytes) return undefined;
  const sealed = [id, place.put, digestOf(bytes)] as const;
  return { id, sealed, file: await putFile(blockingDisk, path, bytes) };
}

async function foldAny(dir: string, now: Date, id: string, places: readonly ChangePlace[], segments: Segments): Promise<Written> {
  const changes = places.map(({ location, at, patch }) =>
    patch === undefined ? segments.change(location, at) : (parseJson(Buffer.from(patch)) as Change),
  );
  const { sealed, theirs } = await foldRecord({ disk: blockingDisk, dir, clock: () => now }, id, changes);
  const file = sealed[1] === null ? undefined : await blockingDisk.open(articlePath(dir, id), 'update');
  return { id, sealed, ...(theirs ? { theirs: JSON.stringify(theirs) } : {}), ...(file ? { file } : {}) };
}

function changesIn(line: Buffer): readonly Change[] {
  const entry = decodeLine(line)?.entry;
  return entry?.op === 'tx' ? entry.act.changes : [];
}

/** They stay open while a portion is read from them. A line is good until the next is asked for. */
type Segments = { line(location: Location): Buffer; change(location: Location, at: number): Change; readonly room: Room; close(): void };

function openSegments(dir: string): Segments {
  const open = new Map<string, number>();
  let scratch = Buffer.allocUnsafe(1 << 16);

  function fileOf({ device, segment }: Location): number {
    const path = segmentPath(dir, device, segment);
    const file = open.get(path) ?? openSync(path, 'r');
    open.set(path, file);
    return file;
  }

  function line(location: Location): Buffer {
    if (location.length > scratch.length) scratch = Buffer.allocUnsafe(location.length * 2);
    readSync(fileOf(location), scratch, 0, location.length, location.offset);
    return scratch.subarray(0, location.length - 1);
  }

  /** The act last read: a large one is asked for by each of its records in turn. */
  let last: { readonly key: string; readonly changes: readonly Change[] } | undefined;

  return {
    room: newRoom(),
    line,
    change(location, at) {
      const key = `${location.device} ${location.segment} ${location.offset}`;
      if (last?.key !== key) last = { key, changes: changesIn(line(location)) };
      const change = last.changes[at];
      if (!change) throw new Error('the journal holds no such change');
      return change;
    },
    close: () => open.forEach((file) => closeSync(file)),
  };
}
