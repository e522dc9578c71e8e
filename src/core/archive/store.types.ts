// The store as the rest of the core sees it.
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import type { Act } from '../catalog/change.ts';
import type { HistoryEntry } from '../catalog/lineage.ts';
import type { Marks, ReadEntry, SealedRecord } from './journal-line.ts';
import type { RecordRead } from './records.ts';

export type Recovery = { acts: number; quarantined: number };

/** Why an archive that was to be written is only read. */
export type ReadOnlyReason = 'asked' | 'locked' | 'disk-full' | 'not-writable';

export type Committed = { readonly seq: number; readonly marks: Marks };

export type Store = {
  readonly dir: string;
  /** Version of the archive format, as in docs/archive-format.md. */
  readonly format: number;
  /** Undefined for one that can be written. */
  readonly readOnly: ReadOnlyReason | undefined;
  /** Random identity of this archive, stable when the folder moves. */
  readonly archiveId: string;
  /** Purges found on opening that may not have come to their end. */
  readonly openPurges: readonly { id: string; originals: readonly string[] }[];
  /** What opening had to mend; null when nothing. */
  readonly recovery: Recovery | null;
  /** Name of this device's journal. */
  readonly device: string;
  /** How far each device's journal has been read or written. */
  readonly marks: Marks;
  read(id: string): Promise<Item | undefined>;
  /** SHA-256 of the file in which this revision was last seen or written; undefined when it is not known. */
  digestOf(id: string, revision: number): string | undefined;
  /** True while a record has changes that are not durable in its file. */
  isOpen(id: string): boolean;
  /** What the file of an item holds, whatever the journals say. */
  readFile(id: string): Promise<RecordRead>;
  /** Every item id in the archive, in no promised order. */
  ids(): AsyncIterable<string>;
  /** The folders that items lie in. */
  shards(): Promise<string[]>;
  /** Items with changes that are not in their files yet. */
  waiting(): string[];
  /** Resolves when the act would survive a power cut. Acts waiting together share one fsync. */
  commit(act: Act): Promise<Committed>;
  /** What the journals hold behind marks; undefined when they no longer reach back so far. */
  entriesAfter(marks: Marks): Promise<AsyncIterable<ReadEntry> | undefined>;
  /** Takes notice of what other devices and programs wrote to the journals meanwhile. */
  refresh(): Promise<ReadEntry[]>;
  /** Everything that was done to an item, oldest first. */
  history(id: string): Promise<HistoryEntry[]>;
  /** Writes a record's file again from what the journals know, when it is lost or damaged, or even when it is sound. */
  restore(id: string, options?: { even?: 'sound' }): Promise<Item | undefined>;
  /** Moves a file of the archive into quarantine. */
  setAside(path: string, reason: string): Promise<void>;
  /** Takes purged items out of the journals, and originals and quarantined versions that only they had. */
  forget(ids: readonly string[], digests: readonly string[]): Promise<void>;
  /** Keeps bytes under their digests (hex SHA-256), durable when resolved. */
  putObjects(originals: readonly Uint8Array[]): Promise<string[]>;
  readObject(sha256: string): Promise<Uint8Array | undefined>;
  readonly settings: Settings;
  /** Brings all acts into the files, makes those durable and says so in the journal; false when the disk would not. */
  settle(): Promise<boolean>;
  /** Hears of records as they come to lie durably on the disk. */
  onSealed: ((records: readonly SealedRecord[]) => Promise<void>) | undefined;
  /** Hears of a record that another program had changed before ours replaced it. */
  onOvertaken: ((id: string, theirs: Item) => void) | undefined;
  close(): Promise<void>;
};
