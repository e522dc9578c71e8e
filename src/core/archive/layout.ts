// Where things lie in an archive folder. Names hold only [0-9a-z.-], so that every file system takes them; titles live in the JSON.
import { join } from 'node:path';

export const FORMAT = 1;
export const markerPath = (dir: string): string => join(dir, 'warraq.json');
export const catalogPath = (dir: string): string => join(dir, 'data', 'catalog.json');
export const articlesFolder = (dir: string): string => join(dir, 'data', 'articles');
/** Sharded by the end of the identifier: its beginning is the time, the same for a whole import. */
export const articlePath = (dir: string, id: string): string => join(articlesFolder(dir), id.slice(-2), `${id}.json`);
export const objectPath = (dir: string, sha256: string): string => join(dir, 'data', 'originals', sha256.slice(0, 2), sha256);
export const journalFolder = (dir: string): string => join(dir, 'data', 'journal');
export const segmentPath = (folder: string, number: number): string => join(folder, `${String(number).padStart(8, '0')}.jsonl`);
export const quarantineFolder = (dir: string): string => join(dir, 'quarantine');

export const isItemId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
export const isDigest = (sha256: string): boolean => /^[0-9a-f]{64}$/.test(sha256);
