// MARC 21 as it is exchanged (ISO 2709): a leader, a directory, fields. Letters are UTF-8, or MARC-8 with basic Arabic.
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
  // Leader 09 «a»: UTF-8; many records that are say nothing of it.
  const decode = isUtf8(record) ? (raw: Uint8Array): string => new TextDecoder().decode(raw) : decodeMarc8;
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !bytes.includes(0x1b);
  } catch {
    return false;
  }
}

/** Escapes choose the set of the lower or the upper half; «3» is basic Arabic (ISO 9036). Other letters of MARC-8 are rare here. */
function decodeMarc8(raw: Uint8Array): string {
  let [low, high] = ['B', 'E'];
  let text = '';
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at]!;
    if (byte === 0x1b) {
      const sign = String.fromCharCode(raw[at + 1] ?? 0);
      const set = String.fromCharCode(raw[at + 2] ?? 0);
      if (sign === '(' || sign === ',') low = set;
      else if (sign === ')' || sign === '-') high = set;
      at += sign === 's' ? 1 : 2;
    } else text += letterOf(byte & 0x7f, byte < 0x80 ? low : high, byte);
  }
  return text;
}

const arabicSigns: Record<number, string> = { 0x25: '٪', 0x2c: '،', 0x3b: '؛', 0x3f: '؟' };

function letterOf(seven: number, set: string, byte: number): string {
  if (seven <= 0x20) return String.fromCharCode(seven);
  if (set === '3') {
    if (seven >= 0x30 && seven <= 0x39) return String.fromCharCode(0x660 + seven - 0x30);
    if ((seven >= 0x41 && seven <= 0x5a) || (seven >= 0x60 && seven <= 0x72)) return String.fromCharCode(0x5e0 + seven);
    return arabicSigns[seven] ?? String.fromCharCode(seven);
  }
  return byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD';
}
