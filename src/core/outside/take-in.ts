// Takes in what other programs did to the archive's files: edits by hand, files that sync tools brought, their conflict
// copies, files that were lost. Every version is kept; the act that takes it in is called «outside».
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Item } from '#contract/item.ts';
import type { Archivist } from '../archivist.ts';
import { parseRecord } from '../archive/records.ts';
import type { Store } from '../archive/store.types.ts';
import { commonOf, headsOf, latestOf, type Version, versionsOf } from '../catalog/lineage.ts';
import { nearest, reconcile } from '../catalog/reconcile.ts';
import { transaction } from '../search/database.ts';
import type { Log } from '../log.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { type Finding, look, type Seen, type Sighting } from './look.ts';

export type Place = { store: Store; index: SearchIndex; archivist: Archivist; clock: () => Date; log: Log };

/** Where a version was found that is in no copy. */
export const ITSELF = 'the file itself';

/** Gives the number of records that were taken in or mended. */
export async function takeInOutside(place: Place, budget: number): Promise<number> {
  const { store, index, archivist } = place;
  if (store.readOnly !== undefined || !index.own) return 0;
  return archivist.alone(async () => {
    // What waits to be written is not what other programs did.
    if (!(await store.settle())) return 0;
    const { findings, sightings, seen } = look(index.db, store.dir, budget);
    noteSightings(index, sightings, findings.length === 0 ? seen : []);
    // A record's own file before copies of it: what is taken in is written over the file.
    const order = findings.toSorted((a, b) => Number(a.kind === 'copy') - Number(b.kind === 'copy'));
    for (const finding of order) {
      // One that cannot be taken in now is found again; it keeps neither the others nor the archive waiting.
      await takeIn(place, finding).catch((error: unknown) => place.log('warn', `${finding.id} could not be taken in`, error));
    }
    return findings.length;
  });
}

function noteSightings({ db }: SearchIndex, sightings: readonly Sighting[], seen: readonly Seen[]): void {
  if (sightings.length + seen.length === 0) return;
  const note = db.prepare('UPDATE items SET size = ?, modified = ? WHERE id = ?');
  const noteShard = db.prepare('INSERT OR REPLACE INTO shards VALUES (?, ?)');
  transaction(db, () => {
    for (const { id, size, modified } of sightings) note.run(size, modified, id);
    for (const { shard, modified } of seen) noteShard.run(shard, modified);
  });
}

/** To be called while nothing else is done. */
export async function takeIn(place: Place, finding: Finding): Promise<void> {
  const { store, index } = place;
  const { id } = finding;
  if (finding.kind === 'copy') return takeInCopy(place, id, finding.path);
  const file = await store.readFile(id);
  // A damaged file is set aside and written anew when it is read; one that is gone is written again.
  if (file.state !== 'sound') {
    const known = file.state === 'absent' ? await store.restore(id) : await store.read(id);
    await index.apply(known ? [{ op: 'put', item: known }] : [{ op: 'remove', id }]);
    return;
  }
  await meet(place, file.item, ITSELF);
}

async function takeInCopy(place: Place, id: string, path: string): Promise<void> {
  const bytes = readFileSync(path);
  const copy = parseRecord(bytes, id);
  if (copy.state === 'sound') await meet(place, copy.item, basename(path));
  await place.store.setAside(path, copy.state === 'damaged' ? copy.reason : 'a second version of a record; it was taken in');
}

/** Another version of a record meets ours. */
export async function meet(place: Place, theirs: Item, from: string): Promise<void> {
  const { store } = place;
  const versions = await joinVersions(place, theirs.id);
  const ours = latestOf(versions)?.item;
  const base = nearest(
    versions.flatMap(({ item }) => item ?? []),
    theirs,
    { apart: from !== ITSELF || theirs.revision !== ours?.revision },
  );
  const item = ours ? reconcile({ base, ours, theirs, from, at: place.clock().toISOString() }) : theirs;
  // Nothing new in it: the file is written as ours again.
  if (!item) await store.restore(theirs.id, { even: 'sound' });
  else await commitOutside(place, item, []);
}

/** One that cannot be joined now keeps neither the others nor the archive waiting. */
export async function joinAll(place: Place, ids: readonly string[]): Promise<void> {
  if (place.store.readOnly !== undefined) return;
  for (const id of ids) {
    await joinVersions(place, id).catch((error: unknown) => place.log('warn', `the versions of ${id} could not be joined`, error));
  }
}

/** What devices made of a record apart, as their journals tell it, becomes one version; gives back all that there are. */
async function joinVersions(place: Place, id: string): Promise<Version[]> {
  const { store, clock } = place;
  for (;;) {
    const versions = versionsOf(await store.history(id));
    const heads = headsOf(versions);
    const ours = heads.find(({ device }) => device === store.device) ?? latestOf(versions);
    const other = heads.find((one) => one !== ours);
    if (!ours?.item || !other?.item) return versions;
    const base = commonOf(versions, ours, other)?.item;
    const meeting = { base, ours: ours.item, theirs: other.item, from: `journal/${other.device}`, at: clock().toISOString() };
    const revision = Math.max(ours.item.revision, other.item.revision) + 1;
    const met = [ours, other].map(({ device, seq }) => [device, seq] as const);
    await commitOutside(place, reconcile(meeting) ?? { ...ours.item, revision }, met);
  }
}

async function commitOutside({ store, archivist }: Place, item: Item, met: readonly (readonly [string, number])[]): Promise<void> {
  const file = await store.readFile(item.id);
  const was = file.state === 'sound' && !store.isOpen(item.id) ? file.sha256 : undefined;
  await archivist.commit({ event: 'outside', changes: [{ op: 'put', item, met, ...(was === undefined ? {} : { was }) }] });
}
