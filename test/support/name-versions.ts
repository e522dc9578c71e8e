// The names on a disk between two syncs of their folders.
import type { Naming, Unnaming } from './disk-image.ts';

type Change = Naming | Unnaming;
type Pending = { readonly at: number; readonly change: Change; durable: boolean };

/** Whether a change of names that no sync covers is on the disk, asked oldest first. */
export type NamesFate = (change: Change) => boolean;

export type Folders = Map<number, Map<string, number>>;

export type NameVersions = {
  add(at: number, change: Change): void;
  syncFolder(folder: number, upTo: number): void;
  readonly pending: number;
  after(fate: NamesFate): Folders;
};

/** The folders that a change is seen in. A move counts with the folder it arrives in: a sync of the other one promises nothing. */
export const foldersOf = (change: Change): number[] =>
  change.op === 'name' && change.from && change.from.folder !== change.folder ? [change.folder, change.from.folder] : [change.folder];

export function createNameVersions(start: ReadonlyMap<number, ReadonlyMap<string, number>>): NameVersions {
  const base: Folders = new Map([...start].map(([inode, names]) => [inode, new Map(names)]));
  const places = placesIn(base);
  /** In the order they were made; those at the head that are durable are folded into `base`. */
  let changes: Pending[] = [];

  return {
    get pending() {
      return changes.reduce((count, { durable }) => count + (durable ? 0 : 1), 0);
    },
    add(at, change) {
      changes.push({ at, change, durable: false });
    },
    syncFolder(folder, upTo) {
      for (const one of changes) if (one.at < upTo && one.change.folder === folder) one.durable = true;
      const open = changes.findIndex(({ durable }) => !durable);
      const settled = open < 0 ? changes : changes.slice(0, open);
      changes = open < 0 ? [] : changes.slice(open);
      for (const { change } of settled) apply(base, places, change);
    },
    after(fate) {
      const folders: Folders = new Map([...base].map(([inode, names]) => [inode, new Map(names)]));
      const now = new Map(places);
      for (const { change, durable } of changes) if (durable || fate(change)) apply(folders, now, change);
      return folders;
    },
  };
}

type Places = Map<number, { folder: number; name: string }>;

function placesIn(folders: Folders): Places {
  const places: Places = new Map();
  for (const [folder, names] of folders) for (const [name, inode] of names) places.set(inode, { folder, name });
  return places;
}

/** An inode has one name at a time, whatever was lost between: nothing here makes hard links. */
function apply(folders: Folders, places: Places, change: Change): void {
  const names = folderIn(folders, change.folder);
  if (change.op === 'unname') {
    const gone = names.get(change.name);
    if (gone !== undefined) places.delete(gone);
    names.delete(change.name);
    return;
  }
  const before = places.get(change.inode);
  if (before) folders.get(before.folder)?.delete(before.name);
  const replaced = names.get(change.name);
  if (replaced !== undefined) places.delete(replaced);
  names.set(change.name, change.inode);
  places.set(change.inode, { folder: change.folder, name: change.name });
  if (change.isFolder) folderIn(folders, change.inode);
}

function folderIn(folders: Folders, inode: number): Map<string, number> {
  const names = folders.get(inode) ?? new Map<string, number>();
  folders.set(inode, names);
  return names;
}
