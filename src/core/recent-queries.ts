// What was searched for of late in an archive: kept on this computer with the person's settings, never in the archive, whose
// journals forget nothing and whose folder is handed on.
import { withQuery } from '#text/recent.ts';
import { systemDisk } from './archive/disk.ts';
import { DurableJsonFile } from './archive/durable-json-file.ts';
import { recentQueriesFile } from './places.ts';

export type RecentQueries = {
  read(): Promise<readonly string[]>;
  remember(query: string): Promise<readonly string[]>;
  forget(): Promise<void>;
};

export function recentQueries(archiveId: string): RecentQueries {
  const file = new DurableJsonFile<readonly string[]>(systemDisk, recentQueriesFile(archiveId));
  let last: Promise<unknown> = Promise.resolve();

  const read = async (): Promise<readonly string[]> => {
    const kept: unknown = await file.read();
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  };
  /** One after another: two that come together are both kept. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  return {
    read: () => alone(read),
    remember: (query) =>
      alone(async () => {
        const before = await read();
        const after = withQuery(before, query);
        if (after !== before) await file.write(after);
        return after;
      }),
    forget: () => alone(() => file.write([])),
  };
}
