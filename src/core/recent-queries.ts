// What was searched for of late in an archive: kept on this computer with the person's settings, never in the archive, whose
// journals forget nothing and whose folder is handed on.
import { withQuery } from '#text/recent.ts';
import { systemDisk } from './archive/disk.ts';
import { DurableJsonFile } from './archive/durable-json-file.ts';
import { recentQueriesFile } from './places.ts';
import { oneAfterAnother } from './turns.ts';

export type RecentQueries = {
  read(): Promise<readonly string[]>;
  remember(query: string): Promise<readonly string[]>;
  forget(): Promise<void>;
};

export function recentQueries(archiveId: string): RecentQueries {
  const file = new DurableJsonFile<readonly string[]>(systemDisk, recentQueriesFile(archiveId));
  // Two that come together are both kept.
  const alone = oneAfterAnother();

  const read = async (): Promise<readonly string[]> => {
    const kept: unknown = await file.read();
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  };

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
