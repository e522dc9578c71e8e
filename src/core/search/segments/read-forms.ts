// The folded forms of one segment, decoded into typed arrays.
import type { Vocabulary } from '../../arabic/vocabulary.ts';
import { decodeInto, sameBytes } from './letters.ts';
import type { Segment } from './segment.ts';

/** A form of several stems stands in the dictionary once for each: their frequencies add up. */
export function readForms({ forms, formCount }: Segment): Vocabulary {
  let letters = new Uint16Array(formCount * 8 + 64);
  const starts = new Uint32Array(formCount + 1);
  const frequencies = new Uint32Array(formCount);
  let size = 0;
  let length = 0;
  let before = new Uint8Array(64);
  let beforeLength = -1;
  const cursor = forms.all();
  while (cursor.next()) {
    if (cursor.length === beforeLength && sameBytes(cursor.bytes, before.subarray(0, beforeLength))) {
      frequencies[size - 1]! += cursor.values[0]!;
      continue;
    }
    if (length + cursor.length > letters.length) letters = widened(letters, length + cursor.length);
    starts[size] = length;
    frequencies[size++] = cursor.values[0]!;
    length = decodeInto(letters, length, cursor.term, cursor.length);
    if (cursor.length > before.length) before = new Uint8Array(cursor.length * 2);
    for (let at = 0; at < cursor.length; at++) before[at] = cursor.term[at]!;
    beforeLength = cursor.length;
  }
  starts[size] = length;
  return { size, letters: letters.slice(0, length), starts: starts.slice(0, size + 1), frequencies: frequencies.slice(0, size) };
}

function widened(letters: Uint16Array<ArrayBuffer>, wanted: number): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(Math.max(letters.length * 2, wanted));
  wider.set(letters);
  return wider;
}
