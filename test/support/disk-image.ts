// What a disk holds when nothing is in flight, by inode number; and what was asked of it since.
export const ROOT = 0;
export const SECTOR = 512;

export type Image = {
  /** Names in each folder → inode number. */
  readonly folders: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly files: ReadonlyMap<number, { readonly bytes: Uint8Array; readonly modified: number }>;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** 2024-01-01T00:00:00Z: a disk has a clock of its own, so that runs can be repeated. */
export const emptyImage: Image = { folders: new Map([[ROOT, new Map()]]), files: new Map(), now: 1_704_067_200_000 };

/** A name that came to stand for an inode: new (no `from`), or moved. */
export type Naming = {
  readonly op: 'name';
  readonly folder: number;
  readonly name: string;
  readonly inode: number;
  readonly isFolder: boolean;
  readonly from?: { readonly folder: number; readonly name: string };
};
export type Unnaming = { readonly op: 'unname'; readonly folder: number; readonly name: string };

/** `upTo`: a sync promises only what stood in the log when it was asked for, not what came while it ran. */
export type Operation =
  | { readonly op: 'write'; readonly file: number; readonly position: number; readonly bytes: Uint8Array; readonly now: number }
  | { readonly op: 'truncate'; readonly file: number; readonly length: number; readonly now: number }
  | { readonly op: 'sync' | 'sync-failed'; readonly file: number; readonly upTo: number }
  | { readonly op: 'sync-folder'; readonly folder: number; readonly upTo: number }
  | { readonly op: 'mark'; readonly value: unknown }
  | Naming
  | Unnaming;
