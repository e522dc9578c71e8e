// Compares one shard's records with their seals: the work of a thread in a large archive.
import { join } from 'node:path';
import { fileReader } from '../archive/file-reader.ts';
import { articlePath, shardFolder } from '../archive/layout.ts';
import { digestOf, idOfName, parseRecord } from '../archive/records.ts';
import { namesIn } from './names-in.ts';

export type CheckPortion = {
  readonly dir: string;
  readonly shard: string;
  /** The sealed digest of each record of the shard; null for one that was purged. */
  readonly seals: ReadonlyMap<string, string | null>;
};

export type Checked = {
  readonly checked: number;
  /** Digests of originals that sound records name. */
  readonly named: readonly string[];
  /** Paths of files that are no records, and of records that cannot be read. */
  readonly unknown: readonly string[];
  readonly unreadable: readonly string[];
  /** Records that do not agree with their seal: of another revision perhaps, or (undefined) not there. */
  readonly doubts: readonly { readonly id: string; readonly path: string; readonly revision: number | undefined }[];
};

const read = fileReader();

export function checkPortion({ dir, shard, seals }: CheckPortion): Checked {
  const found = { named: [] as string[], unknown: [] as string[], unreadable: [] as string[] };
  const doubts: Checked['doubts'][number][] = [];
  const awaited = new Map(seals);
  let checked = 0;
  for (const name of namesIn(shardFolder(dir, shard))) {
    const path = join(shardFolder(dir, shard), name);
    const id = idOfName(name);
    if (!id) {
      found.unknown.push(path);
      continue;
    }
    checked += 1;
    const seal = awaited.get(id);
    awaited.delete(id);
    const { bytes } = read(path);
    if (seal && digestOf(bytes) === seal) {
      for (const sha256 of digestsIn(bytes)) found.named.push(sha256);
      continue;
    }
    const record = parseRecord(bytes, id);
    if (record.state !== 'sound') found.unreadable.push(path);
    else {
      for (const file of record.item.files) found.named.push(file.sha256);
      if (seals.has(id)) doubts.push({ id, path, revision: record.item.revision });
    }
  }
  for (const [id, seal] of awaited) if (seal) doubts.push({ id, path: articlePath(dir, id), revision: undefined });
  return { checked, ...found, doubts };
}

const label = Buffer.from('"sha256": "');

/** The originals that a record names, from bytes that are known to be as we wrote them. */
function* digestsIn(bytes: Buffer): Generator<string> {
  for (let at = bytes.indexOf(label); at >= 0; at = bytes.indexOf(label, at + label.length)) {
    yield bytes.toString('latin1', at + label.length, at + label.length + 64);
  }
}
