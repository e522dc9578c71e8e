// The composition root: an archive folder in, a router that every host speaks out.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { type ImportOptions, importOptionsSchema } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { type ArchiveEvents, type Archivist, createArchivist } from './archivist.ts';
import { systemDisk } from './archive/disk.ts';
import { DurableJsonFile } from './archive/durable-json-file.ts';
import { FORMAT } from './archive/layout.ts';
import { createStore, isArchive, openStore, type StoreOptions } from './archive/store.ts';
import type { Store } from './archive/store.types.ts';
import { follow } from './follow.ts';
import { uuidv7 } from './identifier.ts';
import { finishPurges } from './jobs/purge.ts';
import { type Desk, openDesk } from './jobs/desk.ts';
import type { importPaths as ImportPaths } from './jobs/import-paths.ts';
import { openReader, type Reader } from './jobs/reader.ts';
import { type Log, stderrLog } from './log.ts';
import { deviceName } from './device.ts';
import { cacheFolder, lastArchiveFile, packageRoot } from './places.ts';
import { type RecentQueries, recentQueries } from './recent-queries.ts';
import { createRouter, type Router } from './procedures/router.ts';
import { isDamage } from './search/database.ts';
import { hasIndex, openIndex, type SearchIndex } from './search/search-index.ts';
import { noWatcher, openWatcher, type Watcher } from './watcher.ts';
import { look } from './outside/look.ts';
import { ITSELF, joinAll, meet, takeIn as takeInFinding, takeInOutside } from './outside/take-in.ts';

export { defaultArchiveDir, interfaceFolder, programVersion } from './places.ts';
export type { Router } from './procedures/router.ts';
export { type Log, stderrLog } from './log.ts';
export { verifyArchive } from './fixity/verify.ts';
export { writeReport } from './export/import-report.ts';
export { wordDiff as compareTexts } from '#text/word-diff.ts';
export { isArchive } from './archive/store.ts';
export { exportToFile } from './jobs/export-items.ts';
export { listFormats } from './formats.ts';
export { addFace } from './export/faces/add-face.ts';
export { listFaces } from './export/faces/list-faces.ts';
export { removeOwnFace } from './export/faces/own-faces.ts';

/** Reading what people bring is most of the program: it is loaded when something is brought. */
export async function* importPaths(...what: Parameters<typeof ImportPaths>): ReturnType<typeof ImportPaths> {
  const jobs = await import('./jobs/import-paths.ts');
  return yield* jobs.importPaths(...what);
}

/** What is new or changed in a folder, once it is quiet; ends when the signal is raised. Throws watch.inside-archive. */
export async function* watchFolder(services: Services, folder: string, options: ImportOptions, signal: AbortSignal) {
  const { keepWatching, openWatch } = await import('./jobs/watch-folder.ts');
  yield* keepWatching(await openWatch(services, folder, options), signal);
}

export type Host = 'cli' | 'desktop' | 'loopback';

/** What a procedure is called with. */
export type CoreContext = { readonly services: OpenServices; readonly host: Host };

/** The open parts of one archive. */
export type Services = {
  readonly store: Store;
  readonly index: SearchIndex;
  /** Answers what is asked of the index. */
  readonly desk: Desk;
  readonly archivist: Archivist;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Log;
  readonly cacheDir: string;
};

/** What a procedure finds: the parts, and what lasts when one takes over. */
export type OpenServices = Services & {
  readonly watcher: Watcher;
  readonly reader: Reader;
  readonly queries: RecentQueries;
  readonly pickFolder?: (() => Promise<string | undefined>) | undefined;
};

export type Core = {
  readonly router: Router;
  readonly dir: string;
  readonly services: Services;
  context(host: Host): CoreContext;
  close(): Promise<void>;
};

/** Milliseconds that opening may look about in the files for what other programs did. */
const LOOK_MS = 20;

export type CoreOptions = {
  dir: string;
  /**
   * `write` takes the archive's lock, `read` opens beside another writer, `share` writes when nobody else does, else reads,
   * and follows what others do for as long as it is open.
   */
  mode?: 'write' | 'read' | 'share';
  /** Make the archive when there is none; with `sample`, put the sample article in a new one. */
  create?: boolean;
  sample?: boolean;
  /** A reader that will search: what is not to be found by its words yet is made so, if nobody else writes. */
  words?: boolean;
  app: Host;
  /** Asks a person for a folder; undefined when none was chosen. */
  pickFolder?: () => Promise<string | undefined>;
  log?: Log;
  cacheDir?: string;
  clock?: () => Date;
};

/** Throws archive.missing, archive.locked, archive.too-new, archive.damaged. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { dir, app, mode = 'write', log = stderrLog, cacheDir = cacheFolder(), clock = () => new Date() } = options;
  const made = !isArchive(dir);
  if (made && !options.create) throw new Failure('archive.missing', { path: dir });
  const base = { words: options.words ?? false, dir, app, device: deviceName(), clock, newId: () => uuidv7(clock()), log, cacheDir };
  const events: ArchiveEvents = new EventPublisher();
  let open = await openParts(base, events, made ? 'create' : mode);
  if (made && options.sample) await addSample(open);
  await rememberArchive(dir, log);

  /** A reader whose writer has gone becomes the writer; what is asked from now on is answered by the new parts. */
  async function takeOver(): Promise<void> {
    const next = await openParts(base, events, 'write').catch(() => undefined);
    if (!next) return;
    const old = open;
    open = next;
    await closeParts(old);
    events.publish('archive', { kind: 'ready', ids: [] });
    await watcher.resume();
  }

  const follower = mode === 'share' ? follow(() => open, takeOver, log) : undefined;
  const reader = openReader();
  const queries = recentQueries(open.store.archiveId);
  const watcher = mode === 'share' ? openWatcher(() => open, reader, dir, log) : noWatcher;
  return {
    router: createRouter(),
    dir,
    get services() {
      return open;
    },
    context: (host) => ({ services: { ...open, watcher, reader, queries, pickFolder: options.pickFolder }, host }),
    close: async () => {
      await watcher.stop();
      await reader.stop();
      await follower?.stop();
      await closeParts(open);
    },
  };
}

type Base = Omit<StoreOptions, 'disk' | 'lock' | 'app'> & { app: Host; cacheDir: string; words: boolean };

type OpenMode = 'create' | 'write' | 'read' | 'share';

/** An index whose damage comes to light only when it is used is made anew, as one whose damage shows at once. */
async function openParts(base: Base, events: ArchiveEvents, mode: OpenMode): Promise<Services> {
  try {
    return await openOnce(base, events, mode);
  } catch (error) {
    if (!isDamage(error)) throw error;
    base.log('warn', 'the index was damaged; it is built again', error);
    return openOnce(base, events, mode === 'create' ? 'write' : mode);
  }
}

async function openOnce(base: Base, events: ArchiveEvents, mode: OpenMode): Promise<Services> {
  const { dir, clock, newId, log, cacheDir } = base;
  let store = mode === 'create' ? await createStore(base) : await openStore({ ...base, mode });
  // A reader's own index would be in memory, and made again each time.
  if (store.readOnly === 'asked' && !hasIndex(store, cacheDir)) store = await toIndex(base, store);
  let index = await openIndex(store, cacheDir, log);
  try {
    const calls = (): boolean =>
      !index.isCurrent() || (base.words && !index.isWorded()) || store.format < FORMAT || look(index.db, dir, LOOK_MS).findings.length > 0;
    if (store.readOnly === 'asked' && calls()) {
      const better = await toIndex(base, store);
      if (better !== store) {
        index.close();
        store = better;
        index = await openIndex(store, cacheDir, log);
      }
    }
    const archivist = createArchivist(store, index, clock, events);
    const forWindows = base.app !== 'cli';
    const desk = openDesk(index, store, forWindows);
    if (forWindows) index.keepLogBeside();
    const services: Services = { store, index, desk, archivist, clock, newId, log, cacheDir };
    store.onSealed = (records) => index.seal(records);
    archivist.onApart = (ids) => joinAll(services, ids);
    archivist.onForeign = (id) => takeInFinding(services, { kind: 'changed', id });
    store.onOvertaken = (_id, theirs) => void archivist.alone(() => meet(services, theirs, ITSELF));
    await finishPurges(services);
    await archivist.alone(() => joinAll(services, index.takeApart()));
    if (store.readOnly === undefined) await takeInOutside(services, LOOK_MS);
    return services;
  } catch (error) {
    if (isDamage(error)) index.discard();
    index.close();
    await store.close();
    throw error;
  }
}

async function closeParts({ store, index, desk, archivist }: Services): Promise<void> {
  await desk.close();
  // What came to light while settling is taken in, and settled too.
  for (let round = 0; round < 2; round++) {
    await archivist.alone(async () => {
      if (store.readOnly === undefined && (await store.settle())) index.note(store.marks);
    });
  }
  store.onSealed = undefined;
  index.close();
  await store.close();
}

/** A reader that has something to take in becomes the writer for a moment, if nobody else is. */
async function toIndex(base: Base, reader: Store): Promise<Store> {
  try {
    const writer = await openStore({ ...base, mode: 'write' });
    await reader.close();
    return writer;
  } catch {
    return reader;
  }
}

/** The first window is never empty: it opens on the article the project began with. */
async function addSample(services: Services): Promise<void> {
  const { takeIn } = await import('./jobs/take-in.ts');
  const path = join(packageRoot(), 'resources', 'sample', 'article.txt');
  await takeIn(services, [{ bytes: readFileSync(path), path }], importOptionsSchema.parse({}));
}

/** Convenience only: an unwritable settings folder is no reason to refuse an archive. */
async function rememberArchive(dir: string, log: Log): Promise<void> {
  try {
    const file = new DurableJsonFile<{ archive: string }>(systemDisk, lastArchiveFile());
    if (existsSync(lastArchiveFile()) && (await file.read())?.archive === dir) return;
    await file.write({ archive: dir });
  } catch (error) {
    log('warn', 'the archive last opened could not be noted', error);
  }
}
