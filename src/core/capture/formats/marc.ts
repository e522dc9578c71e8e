// MARC 21 as it is exchanged (ISO 2709): a leader, a directory, fields. Letters are UTF-8, MARC-8, or a code page of the system
// that wrote them.
import { decodeAs } from '../encoding/code-pages.ts';
import { findEncoding } from '../encoding/find-encoding.ts';
import { decodeMarc8 } from '../encoding/marc-8.ts';
import { draftOfMarc, type Field } from '../marc.ts';
import type { Draft, Source } from './format.types.ts';

const RECORD = 0x1d;
const LEADER = 24;
const ENTRY = 12;

export const read = ({ bytes }: Source): Draft[] => {
  const drafts: Draft[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(RECORD, start);
    const record = bytes.subarray(start, end === -1 ? bytes.length : end);
    start = end === -1 ? bytes.length : end + 1;
    const fields = fieldsOf(record);
    if (fields.length > 0) drafts.push({ ...draftOfMarc(fields), part: String(drafts.length + 1) });
  }
  return drafts;
};

function fieldsOf(record: Uint8Array): Field[] {
  const ascii = (from: number, to: number): string => Buffer.from(record.subarray(from, to)).toString('latin1');
  const base = Number(ascii(12, 17));
  if (!Number.isInteger(base) || base < LEADER || base > record.length) return [];
  const decode = decoderOf(record);
  const fields: Field[] = [];
  for (let at = LEADER; at + ENTRY < base; at += ENTRY) {
    const tag = ascii(at, at + 3);
    const [length, offset] = [Number(ascii(at + 3, at + 7)), Number(ascii(at + 7, at + 12))];
    if (!/^\w{3}$/.test(tag) || !Number.isInteger(length) || !Number.isInteger(offset)) continue;
    const raw = record.subarray(base + offset, base + offset + length - 1);
    if (tag.startsWith('00')) fields.push({ tag, value: decode(raw), subfields: [] });
    else fields.push({ tag, subfields: subfieldsOf(raw, decode) });
  }
  return fields;
}

function subfieldsOf(raw: Uint8Array, decode: (raw: Uint8Array) => string): [string, string][] {
  const found: [string, string][] = [];
  for (let at = raw.indexOf(0x1f); at !== -1; ) {
    const next = raw.indexOf(0x1f, at + 1);
    found.push([String.fromCharCode(raw[at + 1] ?? 32), decode(raw.subarray(at + 2, next === -1 ? raw.length : next))]);
    at = next;
  }
  return found;
}

type Decoder = (raw: Uint8Array) => string;
const utf8: Decoder = (raw) => new TextDecoder().decode(raw);
const arabicPages = new Set(['windows-1256', 'iso-8859-6', 'dos-720', 'x-mac-arabic']);
/** Of the letters that are not ASCII, in a record that says it is UTF-8, so many may be damaged. */
const DAMAGED = 0.1;

/** Leader 09 «a» is UTF-8; many records that are say nothing of it, and some that say so are not. */
function decoderOf(record: Uint8Array): Decoder {
  if (record.includes(0x1b)) return decodeMarc8;
  const letters = utf8(record).match(/[^\u0000-\u007f]/gu) ?? [];
  const damaged = letters.filter((letter) => letter === '\uFFFD').length;
  const isSaid = record[9] === 0x61;
  if (damaged <= (isSaid ? letters.length * DAMAGED : 0)) return utf8;
  const { encoding } = findEncoding(record);
  return arabicPages.has(encoding) ? (raw) => decodeAs(raw, encoding) : decodeMarc8;
}
