// Reads a shard's files in a thread of its own, for the catalogue that is built from them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileReader } from '../archive/file-reader.ts';
import { shardFolder } from '../archive/layout.ts';
import { idOfName, summaryOf, type SummaryRead } from '../archive/records.ts';
import { type Row, rowOf } from './row.ts';

export type ScanPortion = { readonly dir: string; readonly shard: string };

/** `rest` are records to be read in another way; `digest` is the SHA-256 of the file. */
export type Scanned = { readonly rows: readonly (Row & { readonly digest: string })[]; readonly rest: readonly string[] };

const read = fileReader();

export function scanPortion({ dir, shard }: ScanPortion): Scanned {
  const rows: (Row & { digest: string })[] = [];
  const rest: string[] = [];
  const folder = shardFolder(dir, shard);
  // In the order of their names they were written, and lie on the disk.
  for (const name of readdirSync(folder).sort()) {
    const id = idOfName(name);
    if (!id) continue;
    const found = readSummary(join(folder, name), id);
    if (found) rows.push({ ...rowOf(found.summary), digest: found.sha256 });
    else rest.push(id);
  }
  return { rows, rest };
}

function readSummary(path: string, id: string): SummaryRead | undefined {
  try {
    return summaryOf(read(path), id);
  } catch {
    return undefined;
  }
}
