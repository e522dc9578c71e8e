// Bytes to text: in the encoding a person chose, else in the one that is found. What is damaged or was misread before is
// told, and repaired only when asked.
import { Failure } from '#contract/errors.ts';
import type { EncodingRecord } from '#contract/item.ts';
import { decodeAs, encodingNamed } from './encoding/code-pages.ts';
import { declaredEncoding } from './encoding/declared.ts';
import { type FoundEncoding, findEncoding } from './encoding/find-encoding.ts';
import { firstFault } from './encoding/first-fault.ts';
import { type Repair, repairMojibake } from './encoding/mojibake.ts';
import { repairStrayBytes } from './encoding/stray-bytes.ts';
import { markedEncoding } from './identify.ts';

export type Decoded = { readonly text: string; readonly encoding: string };

/** A text with all that is known of how it was read. */
export type Reading = Decoded & {
  readonly found: FoundEncoding;
  /** Bytes that are nothing in the encoding: each stands as U+FFFD in the text; `offset` is that of the first. */
  readonly damage?: { readonly characters: number; readonly offset: number };
  /** What the text would be, read as it was before somebody misread it. With `repair` asked for it is the text already. */
  readonly repair?: Repair;
  /** All this as an item records it. */
  readonly record: EncodingRecord;
};

export type Hints = {
  /** The label that the carrier of the bytes names: a header of HTTP or of mail. It goes before what the bytes declare. */
  readonly declared?: string | undefined;
  /** Undo mojibake, and read stray bytes in another encoding. */
  readonly repair?: boolean | undefined;
};

/**
 * `named` is a person's choice; only a mark at the beginning goes before it. Without one nothing is refused.
 * Throws capture.unknown-encoding, capture.invalid-encoding with the offset of the first bad byte.
 */
export function decode(bytes: Uint8Array, path: string, named?: string, { declared, repair = false }: Hints = {}): Reading {
  const found = named === undefined ? findEncoding(bytes, declared ?? declaredEncoding(bytes)) : chosen(bytes, path, named);
  const { encoding } = found;
  const { text, faulty } = read(bytes, path, encoding, found.by === 'chosen');
  const damage = faulty ? { characters: (text.match(/\uFFFD/g) ?? []).length, offset: firstFault(bytes, encoding) } : undefined;
  const offer = damage && encoding === 'utf-8' ? repairStrayBytes(bytes) : repairMojibake(text);
  const told = { encoding, found, ...(damage ? { damage } : {}), ...(offer ? { repair: offer } : {}) };
  return { ...told, text: repair && offer ? offer.text : text, record: recordOf(told, text, repair) };
}

const PREVIEW = 160;

function recordOf({ found, damage, repair }: Omit<Reading, 'text' | 'record'>, text: string, repaired: boolean): EncodingRecord {
  const { encoding: name, ...how } = found;
  if (!repair) return { name, ...how, ...(damage ? { damage } : {}) };
  const [before, after] = firstChange(text, repair.text);
  const misread = { steps: [...repair.steps], lines: repair.lines, before, after };
  return { name, ...how, ...(damage ? { damage } : {}), misread, ...(repaired ? { repaired } : {}) };
}

/** The first line that a repair changes, as it is and as it would be. */
function firstChange(text: string, repaired: string): [string, string] {
  let same = 0;
  while (same < text.length && text[same] === repaired[same]) same++;
  const start = same === 0 ? 0 : text.lastIndexOf('\n', same - 1) + 1;
  const line = (whole: string): string =>
    whole
      .slice(start, start + PREVIEW)
      .split('\n')[0]!
      .toWellFormed();
  return [line(text), line(repaired)];
}

function chosen(bytes: Uint8Array, path: string, label: string): FoundEncoding {
  const encoding = encodingNamed(label);
  if (encoding === undefined) throw new Failure('capture.unknown-encoding', { path, encoding: label });
  const marked = markedEncoding(bytes);
  return marked ? { encoding: marked, certainty: 1, by: 'mark' } : { encoding, certainty: 1, by: 'chosen' };
}

function read(bytes: Uint8Array, path: string, encoding: string, strict: boolean): { text: string; faulty: boolean } {
  try {
    return { text: decodeAs(bytes, encoding, { fatal: true }), faulty: false };
  } catch (cause) {
    if (!strict) return { text: decodeAs(bytes, encoding), faulty: true };
    throw new Failure('capture.invalid-encoding', { path, encoding, offset: firstFault(bytes, encoding) }, { cause });
  }
}
