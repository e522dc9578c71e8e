// In a thread of its own: what was written to an index's log is brought into its file. Nobody who reads or writes waits for it.
import { openBeside } from './database.ts';

export function trimPortion({ path }: { readonly path: string }): void {
  const db = openBeside(path);
  try {
    db.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } finally {
    db.close();
  }
}
