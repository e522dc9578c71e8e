// One line of a journal: {"sum": SHA-256 of the rest, "seq", "prev": the sum before it, "op", …}. Each line proves itself,
// and the chain of sums proves that none was taken out.
import { createHash, hash } from 'node:crypto';
import type { Act } from '../catalog/change.ts';
import { encodeUtf8, parseJson } from './json.ts';
import { layOutJson, type Room } from './lay-out-json.ts';
import { portionsInTurns } from './portions.ts';

/** For each device's journal, the segment and the byte in it up to which something holds. */
export type Marks = Readonly<Record<string, readonly [segment: number, offset: number]>>;

/** A record as it lies on the disk: identifier, revision, SHA-256 of the file; null and null for one that was purged. */
export type SealedRecord = readonly [id: string, revision: number | null, sha256: string | null];

/** `prev` is the sum of the line before, and `was` the sum that this line had before items in it were purged. */
export type JournalEntry =
  | { readonly seq: number; readonly prev?: string; readonly was?: string; readonly op: 'tx'; readonly act: Act }
  /** All acts before `marks` are in files that are on the disk; format 1 had neither marks nor records. */
  | {
      readonly seq: number;
      readonly prev?: string;
      readonly was?: string;
      readonly op: 'checkpoint';
      readonly marks?: Marks;
      readonly records?: readonly SealedRecord[];
    };

/** With the device whose journal it stands in. */
export type ReadEntry = JournalEntry & { readonly device: string };

export type JournalLine = { readonly entry: JournalEntry; readonly sum: string };

const prefix = '{"sum":"';
const HEX = 64;
const start = prefix.length + HEX + 2;
const digest = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
const room = '0'.repeat(HEX);

type Encoded = { readonly bytes: Uint8Array; readonly sum: string };

/** In this order, so that a line's head can be read without the rest of it. The sum is written over the room left for it. */
const textOf = ({ seq, prev, was, op, ...rest }: JournalEntry): string => `${JSON.stringify({ sum: room, seq, prev, was, op, ...rest })}\n`;

export function encodeLine(entry: JournalEntry): Encoded {
  const bytes = encodeUtf8(textOf(entry));
  const sum = digest(bytes.subarray(start, -1));
  bytes.write(sum, prefix.length, 'latin1');
  return { bytes, sum };
}

/** What stands behind the changes of an act. */
const closing = ']}}\n';

/** The same line, made piece by piece where its act has very many changes: what is asked meanwhile is answered in between. */
export async function encodeLongLine(entry: JournalEntry, atOnce = 1000): Promise<Encoded> {
  if (entry.op !== 'tx' || entry.act.changes.length <= atOnce) return encodeLine(entry);
  const frame = textOf({ ...entry, act: { ...entry.act, changes: [] } });
  if (!frame.endsWith(`"changes":[${closing}`)) return encodeLine(entry);
  const pieces = [encodeUtf8(frame.slice(0, -closing.length))];
  const sha256 = createHash('sha256').update(pieces[0]!.subarray(start));
  for await (const portion of portionsInTurns(entry.act.changes, atOnce)) {
    const text = JSON.stringify(portion).slice(1, -1);
    const piece = encodeUtf8(pieces.length > 1 ? `,${text}` : text);
    sha256.update(piece);
    pieces.push(piece);
  }
  const sum = sha256.update(closing.slice(0, -1)).digest('hex');
  const bytes = Buffer.concat([...pieces, Buffer.from(closing)]);
  bytes.write(sum, prefix.length, 'latin1');
  return { bytes, sum };
}

export type LineHead = {
  readonly sum: string;
  readonly seq: number;
  readonly prev?: string;
  readonly was?: string;
  readonly op: JournalEntry['op'];
};

const headPattern = /^\{"sum":"([0-9a-f]{64})","seq":(\d+),(?:"prev":"([0-9a-f]{64})",)?(?:"was":"([0-9a-f]{64})",)?"op":"(tx|checkpoint)"/;
const HEAD_LENGTH = 320;

/** What a line says before its contents, when its digest is right; undefined too for a line whose head is in another order. */
export function decodeHead(line: Uint8Array): LineHead | undefined {
  const text = Buffer.from(line.buffer, line.byteOffset, Math.min(line.byteLength, HEAD_LENGTH)).toString('latin1');
  const [, sum, seq, prev, was, op] = headPattern.exec(text) ?? [];
  if (sum === undefined || digest(line.subarray(start)) !== sum) return undefined;
  return { sum, seq: Number(seq), op: op as LineHead['op'], ...(prev ? { prev } : {}), ...(was ? { was } : {}) };
}

const putting = Buffer.from('"changes":[{"op":"put","item":');
const ending = Buffer.from('}]}}');

/** The file of the record that a line puts, when that is all that its act does; undefined for other lines and for altered ones. It lies in the room given. */
export function recordOf(line: Buffer, room: Room): Buffer | undefined {
  // Within a string the quotation marks would be escaped.
  const at = line.subarray(0, HEAD_LENGTH + putting.length).indexOf(putting);
  if (at < 0 || !provesItself(line)) return undefined;
  const laid = layOutJson(line, at + putting.length, room);
  return laid && line.subarray(laid.end).equals(ending) ? laid.bytes : undefined;
}

function provesItself(line: Uint8Array): boolean {
  const head = Buffer.from(line.buffer, line.byteOffset, Math.min(line.byteLength, start)).toString('latin1');
  if (!head.startsWith(prefix) || head.slice(prefix.length + HEX) !== '",') return false;
  return digest(line.subarray(start)) === head.slice(prefix.length, prefix.length + HEX);
}

/** Undefined when the line is torn or altered: its digest covers every byte after the digest itself. */
export function decodeLine(line: Uint8Array): JournalLine | undefined {
  if (!provesItself(line)) return undefined;
  try {
    const { sum, ...entry } = parseJson(line) as JournalEntry & { sum: string };
    return { entry: entry as JournalEntry, sum };
  } catch {
    return undefined;
  }
}
