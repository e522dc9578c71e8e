// UTF-8 with a stretch of a code page in it, as when two files were joined: the lines of the code page, read in it.
import { decodeAs } from './code-pages.ts';
import { likeness } from './likeness.ts';
import type { Repair } from './mojibake.ts';

const PAGES = ['windows-1256', 'iso-8859-6', 'x-mac-arabic', 'dos-720', 'windows-1252'];
/** Bits by which a stretch must look better than with signs for what is lost. */
const GAIN = 12;

/** Stretches between sound characters of UTF-8, each with the ASCII around its bytes. Undefined when no page explains them. */
export function repairStrayBytes(bytes: Uint8Array): Repair | undefined {
  const stretches = strayStretches(bytes);
  if (stretches.length === 0) return undefined;
  const strays = stretches.map(([start, end]) => bytes.subarray(start, end));
  const lostBits = strays.reduce((sum, stray) => sum + likeness(decodeAs(stray, 'utf-8')), 0);
  const best = PAGES.map((page) => ({ page, bits: strays.reduce((sum, stray) => sum + likeness(decodeAs(stray, page)), 0) })).reduce(
    (a, b) => (b.bits > a.bits ? b : a),
  );
  if (best.bits - lostBits < GAIN || best.bits <= 0) return undefined;
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of stretches) {
    parts.push(decodeAs(bytes.subarray(done, start), 'utf-8'), decodeAs(bytes.subarray(start, end), best.page));
    done = end;
  }
  parts.push(decodeAs(bytes.subarray(done), 'utf-8'));
  return { text: parts.join(''), steps: [{ was: best.page, readAs: 'utf-8' }], lines: stretches.length };
}

/** From the first byte that is none of UTF-8 to the last before a sound character of more than one byte, within a line. */
function strayStretches(bytes: Uint8Array): [number, number][] {
  const stretches: [number, number][] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = soundLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const start = at;
    let end = ++at;
    while (at < bytes.length) {
      const next = soundLength(bytes, at);
      if (next > 1) break;
      at++;
      if (next === 0) end = at;
    }
    stretches.push([start, end]);
  }
  return stretches;
}

/** Bytes of the sound character of UTF-8 that begins at a place (RFC 3629 4); 0 for none. */
function soundLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const top = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > top) return 0;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}
