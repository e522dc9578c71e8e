// Terms as bytes: one byte for an ASCII or Arabic letter, and the order of the bytes is the order of JavaScript's strings.

const ARABIC = 0x620;
const AFTER_ARABIC = 0x670;
// Leading bytes: 00–7f ASCII · 80–85 units below Arabic, with one byte more · 86–d5 Arabic · ff all else, with two bytes more.
const BELOW = 0x80;
const LETTER = 0x86;
const ABOVE = 0xff;

let scratch = new Uint8Array(1024);

/** UTF-16 units one by one, lone surrogates too. A prefix of a term is a prefix of its bytes. */
export function encodeTerm(term: string): Uint8Array<ArrayBuffer> {
  if (term.length * 3 > scratch.length) scratch = new Uint8Array(term.length * 6);
  const bytes = scratch;
  let length = 0;
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at);
    if (unit < 0x80) bytes[length++] = unit;
    else if (unit >= ARABIC && unit < AFTER_ARABIC) bytes[length++] = LETTER + unit - ARABIC;
    else if (unit < ARABIC) {
      bytes[length++] = BELOW + ((unit - 0x80) >> 8);
      bytes[length++] = (unit - 0x80) & 0xff;
    } else {
      bytes[length++] = ABOVE;
      bytes[length++] = unit >> 8;
      bytes[length++] = unit & 0xff;
    }
  }
  return bytes.slice(0, length);
}

/** Puts a term's units into `to` from `start` on. Gives where they end; there are no more of them than bytes. */
export function decodeInto(to: Uint16Array, start: number, bytes: Uint8Array, length: number): number {
  let end = start;
  for (let at = 0; at < length; at++) {
    const lead = bytes[at]!;
    let unit = lead;
    if (lead === ABOVE) unit = (bytes[++at]! << 8) | bytes[++at]!;
    else if (lead >= LETTER) unit = ARABIC + lead - LETTER;
    else if (lead >= BELOW) unit = 0x80 + (((lead - BELOW) << 8) | bytes[++at]!);
    to[end++] = unit;
  }
  return end;
}

let units = new Uint16Array(256);

export function decodeTerm(bytes: Uint8Array, length = bytes.length): string {
  if (length > units.length) units = new Uint16Array(length * 2);
  const end = decodeInto(units, 0, bytes, length);
  let term = '';
  for (let at = 0; at < end; at++) term += String.fromCharCode(units[at]!);
  return term;
}

/** Negative, zero or positive, as `a` stands before, at or after `b`. */
export function compareBytes(a: Uint8Array, aLength: number, b: Uint8Array, bLength: number): number {
  const shorter = Math.min(aLength, bLength);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return aLength - bLength;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, a.length, b, b.length) === 0;
}

export function startsWith(bytes: Uint8Array, length: number, prefix: Uint8Array): boolean {
  if (length < prefix.length) return false;
  for (let at = 0; at < prefix.length; at++) if (bytes[at] !== prefix[at]) return false;
  return true;
}
