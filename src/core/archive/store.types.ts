// The store as the rest of the core sees it.
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import type { Act } from '../catalog/change.ts';

export type Recovery = { acts: number; quarantined: number };

export type Store = {
  readonly dir: string;
  /** Version of the archive format, as in docs/archive-format.md. */
  readonly format: number;
  readonly readOnly: boolean;
  /** Random identity of this archive, stable when the folder moves. */
  readonly archiveId: string;
  /** What opening had to mend; null when nothing. */
  readonly recovery: Recovery | null;
  /** Sequence number of the last act in the journal. */
  readonly lastSeq: number;
  read(id: string): Promise<Item | undefined>;
  /** Every item id in the archive, in no promised order. */
  ids(): AsyncIterable<string>;
  /** Resolves when the act would survive a power cut, with its sequence number. Acts waiting together share one fsync. */
  commit(act: Act): Promise<number>;
  /** Acts after a sequence number, oldest first; undefined when the journal no longer reaches back so far. */
  actsAfter(seq: number): AsyncIterable<{ seq: number; act: Act }> | undefined;
  /** Keeps bytes under their digest (hex SHA-256), durable when resolved. */
  putObject(bytes: Uint8Array): Promise<string>;
  readObject(sha256: string): Promise<Uint8Array | undefined>;
  readonly settings: Settings;
  close(): Promise<void>;
};
