// Item files: one pretty JSON file each.
import { hash } from 'node:crypto';
import { type Item, itemSchema, type ItemSummary, itemSummarySchema } from '#contract/item.ts';
import type { Disk } from './disk.ts';
import { namesIn, readIfThere } from './durable.ts';
import { parseJson } from './json.ts';
import { articlePath, articlesFolder, isItemId, isShard, shardFolder } from './layout.ts';

/** What is in the file of an item: the item, nothing, or something that is not an item. `sha256` is of the file's bytes. */
export type RecordRead =
  | { state: 'sound'; item: Item; sha256: string; bytes: Uint8Array }
  | { state: 'absent' }
  | { state: 'damaged'; reason: string; bytes: Uint8Array };

export const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

export async function readRecord(disk: Disk, dir: string, id: string): Promise<RecordRead> {
  const bytes = await readIfThere(disk, articlePath(dir, id));
  return bytes ? parseRecord(bytes, id) : { state: 'absent' };
}

/** JSON can be read at any depth, but is written, compared and shown by functions that call themselves: their stack has an end. */
const DEPTH = 100;

function isDeeper(value: unknown, than: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return than === 0 || Object.values(value).some((one) => isDeeper(one, than - 1));
}

export function parseRecord(bytes: Uint8Array, id: string): RecordRead {
  try {
    const item = itemSchema.parse(parseJson(bytes));
    if (isDeeper(item, DEPTH)) return { state: 'damaged', reason: `nested more than ${DEPTH} deep`, bytes };
    return item.id === id
      ? { state: 'sound', item, sha256: digestOf(bytes), bytes }
      : { state: 'damaged', reason: `the record says that it is ${item.id}`, bytes };
  } catch (error) {
    return { state: 'damaged', reason: (error as Error).message.slice(0, 2000), bytes };
  }
}

/** Of a record as we lay it out: a string holds no line break, so only the body's own brackets stand so. */
const BODY = { begin: Buffer.from('\n  "body": [\n'), end: Buffer.from('\n  ],\n') };

/** `bytes` are those of the record without its body, as they stand in the file. */
export type SummaryRead = { readonly summary: ItemSummary; readonly bytes: Buffer; readonly sha256: string };

/** Whether nothing had to be filled in where a record says nothing, and it is not nested too deep. */
function isComplete(written: unknown, filled: unknown, depth: number): boolean {
  if (typeof filled !== 'object' || filled === null) return true;
  const [had, has] = [written as Record<string, unknown>, filled as Record<string, unknown>];
  const keys = Object.keys(has);
  return depth > 0 && keys.length === Object.keys(had).length && keys.every((key) => isComplete(had[key], has[key], depth - 1));
}

/**
 * Reads a record but for its body, which is most of it and is passed over unread: the rest is moved over it, so the bytes are
 * used up, and those given are good as long as they. Undefined when the file is not laid out as we do, leaves out what we
 * would not, or does not hold that record: then it has to be read whole.
 */
export function summaryOf(bytes: Buffer, id: string): SummaryRead | undefined {
  const begin = bytes.indexOf(BODY.begin);
  const end = begin < 0 ? -1 : bytes.indexOf(BODY.end, begin);
  if (end < 0) return undefined;
  const sha256 = digestOf(bytes);
  const after = end + BODY.end.length - 1;
  bytes.copyWithin(begin, after);
  const rest = bytes.subarray(0, begin + bytes.length - after);
  try {
    const written = parseJson(rest);
    const summary = itemSummarySchema.parse(written);
    return summary.id === id && isComplete(written, summary, DEPTH) ? { summary, bytes: rest, sha256 } : undefined;
  } catch {
    return undefined;
  }
}

export const shardsOf = async (disk: Disk, dir: string): Promise<string[]> =>
  (await namesIn(disk, articlesFolder(dir))).filter(isShard).sort();

export const namesInShard = (disk: Disk, dir: string, shard: string): Promise<string[]> => namesIn(disk, shardFolder(dir, shard));

/** The identifier that a file of a shard is named for. */
export function idOfName(name: string): string | undefined {
  const id = name.slice(0, -'.json'.length);
  return name.endsWith('.json') && isItemId(id) ? id : undefined;
}

/** Every identifier that has a file. */
export async function* listRecords(disk: Disk, dir: string): AsyncGenerator<string> {
  for (const shard of await shardsOf(disk, dir)) {
    for (const name of await namesInShard(disk, dir, shard)) {
      const id = idOfName(name);
      if (id) yield id;
    }
  }
}
