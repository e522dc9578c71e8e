// Reads a shard's files in a thread of its own, for the catalogue that is built from them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FileRead, fileReader } from '../archive/file-reader.ts';
import { encodeUtf8 } from '../archive/json.ts';
import { shardFolder } from '../archive/layout.ts';
import { idOfName, summaryOf, type SummaryRead } from '../archive/records.ts';
import { FRESH } from '../outside/look.ts';
import { type Row, rowOf } from './row.ts';
import type { FileFacts } from './writer.ts';

export type ScanPortion = { readonly dir: string; readonly shard: string };

/** `rest` are records to be read in another way. */
export type Scanned = { readonly rows: readonly (Row & { readonly file: FileFacts })[]; readonly rest: readonly string[] };

const read = fileReader();

export function scanPortion({ dir, shard }: ScanPortion): Scanned {
  const rows: (Row & { file: FileFacts })[] = [];
  const fresh = Date.now() - FRESH;
  const rest: string[] = [];
  const folder = shardFolder(dir, shard);
  // In the order of their names they were written, and lie on the disk.
  for (const name of readdirSync(folder).sort()) {
    const id = idOfName(name);
    if (!id) continue;
    const path = join(folder, name);
    const found = readSummary(path, id);
    if (!found) {
      rest.push(id);
      continue;
    }
    const { seen } = found;
    const sighting = seen.mtimeMs < fresh ? { size: seen.size, modified: seen.mtimeMs } : {};
    const row = rowOf(found.summary);
    rows.push({ ...row, summary: encodeUtf8(row.summary as string), file: { digest: found.sha256, ...sighting } });
  }
  return { rows, rest };
}

function readSummary(path: string, id: string): (SummaryRead & Pick<FileRead, 'seen'>) | undefined {
  try {
    const { bytes, seen } = read(path);
    const found = summaryOf(bytes, id);
    return found && { ...found, seen };
  } catch {
    return undefined;
  }
}
