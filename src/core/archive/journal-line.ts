// One line of the journal: {"sum": SHA-256 of the rest, "seq", "op", …}. Each line proves itself.
import { createHash } from 'node:crypto';
import type { Act } from '../catalog/change.ts';
import { parseJson } from './json.ts';

export type JournalEntry =
  | { readonly seq: number; readonly op: 'tx'; readonly act: Act }
  | { readonly seq: number; readonly op: 'checkpoint' };

const prefix = '{"sum":"';
const HEX = 64;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

export function encodeLine(entry: JournalEntry): Uint8Array {
  const rest = JSON.stringify(entry).slice(1);
  return Buffer.from(`${prefix}${digest(rest)}",${rest}\n`);
}

/** Undefined when the line is torn or altered: its digest covers every byte after the digest itself. */
export function decodeLine(line: Uint8Array): JournalEntry | undefined {
  const text = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8');
  const start = prefix.length + HEX + 2;
  if (!text.startsWith(prefix) || text.slice(prefix.length + HEX, start) !== '",') return undefined;
  if (digest(text.slice(start)) !== text.slice(prefix.length, prefix.length + HEX)) return undefined;
  try {
    return parseJson(line) as JournalEntry;
  } catch {
    return undefined;
  }
}
