// Reads a shard's files in a thread of its own, for the catalogue that is built from them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FileRead, fileReader } from '../archive/file-reader.ts';
import { shardFolder } from '../archive/layout.ts';
import { idOfName, summaryOf, type SummaryRead } from '../archive/records.ts';
import { FRESH } from '../outside/look.ts';
import { type RowFacts, rowFactsOf } from './row.ts';
import { ByteSink } from './segments/bytes.ts';
import type { FileFacts } from './writer.ts';

export type ScanPortion = { readonly dir: string; readonly shard: string };

export type ScannedRow = RowFacts & { readonly file: FileFacts };
/**
 * `summaries` are those of the rows, in their order, each behind its length (segments/bytes.ts): many small arrays would take
 * long to send. `rest` are records to be read in another way.
 */
export type Scanned = { readonly rows: readonly ScannedRow[]; readonly summaries: Uint8Array; readonly rest: readonly string[] };

const read = fileReader();

export function scanPortion({ dir, shard }: ScanPortion): Scanned {
  const rows: ScannedRow[] = [];
  const summaries = new ByteSink();
  const fresh = Date.now() - FRESH;
  const rest: string[] = [];
  const folder = shardFolder(dir, shard);
  // In the order of their names they were written, and lie on the disk.
  for (const name of readdirSync(folder).sort()) {
    const id = idOfName(name);
    if (!id) continue;
    const found = readSummary(join(folder, name), id);
    if (!found) {
      rest.push(id);
      continue;
    }
    const { seen, sha256 } = found;
    const sighting = seen.mtimeMs < fresh ? { size: seen.size, modified: seen.mtimeMs } : {};
    rows.push({ ...rowFactsOf(found.summary), file: { digest: sha256, ...sighting } });
    summaries.sized(found.bytes);
  }
  return { rows, summaries: summaries.bytes.subarray(0, summaries.length), rest };
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
