// The composition root: an archive folder in, a router that every host speaks out.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importOptionsSchema } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { type Archivist, createArchivist } from './archivist.ts';
import { systemDisk } from './archive/disk.ts';
import { DurableJsonFile } from './archive/durable-json-file.ts';
import { createStore, isArchive, openStore } from './archive/store.ts';
import type { Store } from './archive/store.types.ts';
import { uuidv7 } from './identifier.ts';
import { takeIn } from './jobs/take-in.ts';
import { type Log, stderrLog } from './log.ts';
import { deviceName } from './device.ts';
import { cacheFolder, lastArchiveFile, packageRoot } from './places.ts';
import { createRouter, type Router } from './procedures/router.ts';
import { openIndex, type SearchIndex } from './search/search-index.ts';

export { defaultArchiveDir, interfaceFolder } from './places.ts';
export type { Router } from './procedures/router.ts';
export { importPaths } from './jobs/import-paths.ts';
export { isArchive } from './archive/store.ts';
export { exportToFile } from './jobs/export-items.ts';
export { listFormats } from './formats.ts';

export type Host = 'cli' | 'desktop' | 'loopback';

/** What a procedure is called with. */
export type CoreContext = { readonly services: Services; readonly host: Host };

/** The open parts of one archive. */
export type Services = {
  readonly store: Store;
  readonly index: SearchIndex;
  readonly archivist: Archivist;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Log;
  readonly cacheDir: string;
};

export type Core = {
  readonly router: Router;
  readonly dir: string;
  readonly services: Services;
  context(host: Host): CoreContext;
  close(): Promise<void>;
};

export type CoreOptions = {
  dir: string;
  /** `read` opens beside another writer; `write` takes the archive's lock. */
  mode?: 'write' | 'read';
  /** Make the archive when there is none; with `sample`, put the sample article in a new one. */
  create?: boolean;
  sample?: boolean;
  app: Host;
  log?: Log;
  cacheDir?: string;
  clock?: () => Date;
};

/** Throws archive.missing, archive.locked, archive.too-new, archive.damaged. */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { dir, app, log = stderrLog, cacheDir = cacheFolder(), clock = () => new Date() } = options;
  const newId = (): string => uuidv7(clock());
  const made = !isArchive(dir);
  if (made && !options.create) throw new Failure('archive.missing', { path: dir });
  const common = { dir, app, device: deviceName(), clock, newId, log };
  let store = made ? await createStore(common) : await openStore({ ...common, mode: options.mode ?? 'write' });
  let index = await openIndex(store, cacheDir);
  if (store.readOnly === 'asked' && !index.isCurrent()) {
    const better = await openForIndexing(common);
    if (better) {
      index.close();
      await store.close();
      store = better;
      index = await openIndex(store, cacheDir);
    }
  }
  store.onSealed = (records) => index.seal(records);
  const services: Services = { store, index, archivist: createArchivist(store, index, clock), clock, newId, log, cacheDir };
  if (made && options.sample) await addSample(services);
  await rememberArchive(dir, log);
  return {
    router: createRouter(),
    dir,
    services,
    context: (host) => ({ services, host }),
    close: async () => {
      await services.archivist.alone(async () => {
        if (store.readOnly === undefined && (await store.settle())) index.note(store.marks);
      });
      store.onSealed = undefined;
      index.close();
      await store.close();
    },
  };
}

/** A reader that finds the index behind the journal becomes the writer for a moment, if nobody else is. */
async function openForIndexing(common: Omit<Parameters<typeof openStore>[0], 'mode'>): Promise<Store | undefined> {
  try {
    return await openStore({ ...common, mode: 'write' });
  } catch {
    return undefined;
  }
}

/** The first window is never empty: it opens on the article the project began with. */
async function addSample(services: Services): Promise<void> {
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
