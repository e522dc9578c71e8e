// Where things lie in an archive folder. Names hold only [0-9a-z.-], so that every file system takes them; titles live in the JSON.
import { join } from 'node:path';

export const FORMAT = 2;
export const markerPath = (dir: string): string => join(dir, 'warraq.json');
export const catalogPath = (dir: string): string => join(dir, 'data', 'catalog.json');
export const articlesFolder = (dir: string): string => join(dir, 'data', 'articles');
/** Sharded by the end of the identifier: its beginning is the time, the same for a whole import. */
export const shardOf = (id: string): string => id.slice(-2);
export const shardFolder = (dir: string, shard: string): string => join(articlesFolder(dir), shard);
export const articlePath = (dir: string, id: string): string => join(dir, 'data', 'articles', shardOf(id), `${id}.json`);
export const objectsFolder = (dir: string): string => join(dir, 'data', 'originals');
export const objectPath = (dir: string, sha256: string): string => join(objectsFolder(dir), sha256.slice(0, 2), sha256);
export const journalsFolder = (dir: string): string => join(dir, 'data', 'journal');
export const journalFolder = (dir: string, device: string): string => join(journalsFolder(dir), device);
export const segmentPath = (dir: string, device: string, number: number): string =>
  join(journalFolder(dir, device), `${String(number).padStart(8, '0')}.jsonl`);
export const quarantineFolder = (dir: string): string => join(dir, 'quarantine');

export const isItemId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
export const isDigest = (sha256: string): boolean => /^[0-9a-f]{64}$/.test(sha256);
export const isShard = (name: string): boolean => /^[0-9a-f]{2}$/.test(name);
export const isDevice = (name: string): boolean => /^[0-9a-z][0-9a-z-]{0,63}$/.test(name);
/** The number of a segment, or undefined for another file. */
export const segmentNumber = (name: string): number | undefined => (/^\d{8}\.jsonl$/.test(name) ? Number(name.slice(0, 8)) : undefined);
