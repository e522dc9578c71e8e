// Folds acts into the readable files, and makes those files durable at a checkpoint.
import { open as openFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Low } from 'lowdb';
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import type { Change } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import { syncFolder } from './durable.ts';
import { articlePath } from './layout.ts';
import { removeRecord, writeRecord } from './records.ts';

export type Catalogue = { settings: Settings; [key: string]: unknown };

export type Folding = {
  /** What readers must see before the files hold it. */
  remember(changes: readonly Change[]): void;
  /** Writes the files; a failure is noted, not thrown: the journal holds the act, and the checkpoint tries again. */
  fold(changes: readonly Change[]): Promise<void>;
  /** Everything remembered is on the disk when this resolves; throws when it cannot be, and then nothing is forgotten. */
  settle(): Promise<void>;
  readonly pending: ReadonlyMap<string, Item | undefined>;
  /** Acts remembered since the last settling. */
  readonly acts: number;
};

export function createFolding(dir: string, catalogue: Low<Catalogue>, log: Log): Folding {
  const pending = new Map<string, Item | undefined>();
  /** Remembered, but not (or not yet) in the files. */
  const unwritten = new Set<string>();
  let settingsDirty = false;
  let acts = 0;

  async function write(id: string): Promise<void> {
    const item = pending.get(id);
    await (item ? writeRecord(dir, item) : removeRecord(dir, id));
    unwritten.delete(id);
  }

  return {
    pending,
    get acts() {
      return acts;
    },
    remember(changes) {
      acts += 1;
      for (const change of changes) {
        if (change.op === 'settings') {
          catalogue.data.settings = change.settings;
          settingsDirty = true;
          continue;
        }
        const id = change.op === 'put' ? change.item.id : change.id;
        pending.set(id, change.op === 'put' ? change.item : undefined);
        unwritten.add(id);
      }
    },
    async fold(changes) {
      for (const change of changes) {
        if (change.op === 'settings') continue;
        await write(change.op === 'put' ? change.item.id : change.id).catch((error: unknown) =>
          log('warn', 'an article file could not be written; the journal holds it', error),
        );
      }
    },
    async settle() {
      for (const id of unwritten) await write(id);
      const folders = new Set<string>();
      for (const [id, item] of pending) {
        folders.add(dirname(articlePath(dir, id)));
        if (item) await syncFile(articlePath(dir, id));
      }
      for (const folder of folders) await syncFolder(folder).catch(ignoreMissing);
      if (settingsDirty) await catalogue.write();
      settingsDirty = false;
      pending.clear();
      acts = 0;
    },
  };
}

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

async function syncFile(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  await file.sync().finally(() => file.close());
}
