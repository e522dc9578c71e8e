// Keeps an index's log short beside a window. To bring the log into the file takes an fsync of either, for which this thread
// would hold up every answer; so a thread does it, and only the act that wrote the log waits.
import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '../log.ts';
import { keepThread } from '../threads/kept-thread.ts';

export type LogKeeper = {
  /** Resolves when the log is short, or as short as it can be made now. */
  trim(): Promise<void>;
  stop(): void;
};

/** Bytes. */
const LONG = 24 << 20;
/** Pages: should the thread not come by, the log is trimmed where it is written. */
const TOO_LONG = 64_000;

export function openLogKeeper(db: DatabaseSync, path: string, log: Log): LogKeeper {
  // Begun anew, the log's file is as long as what is in it.
  db.exec(`PRAGMA wal_autocheckpoint = ${TOO_LONG}; PRAGMA journal_size_limit = 0`);
  const thread = keepThread('trim');
  let trimming: Promise<void> | undefined;

  async function trimNow(): Promise<void> {
    try {
      await thread.ask({ path });
    } catch (error) {
      log('warn', 'the log of the index could not be trimmed; it is trimmed later', error);
    }
  }

  return {
    async trim() {
      if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < LONG) return;
      trimming ??= trimNow().finally(() => {
        trimming = undefined;
      });
      await trimming;
    },
    stop: () => void thread.stop(),
  };
}
