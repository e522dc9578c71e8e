// Where the characters of a Word document lie: its text is in pieces (MS-DOC 2.8.35, PlcPcd), in any order of the file.
import { lastFrom } from './formatting.ts';

export type Piece = {
  /** Characters from the beginning of the document. */
  readonly start: number;
  readonly end: number;
  /** Bytes in the stream of the document. */
  readonly offset: number;
  /** Bytes of a character: UTF-16, or the code page of Western Windows. */
  readonly width: 1 | 2;
};

const SINGLE_BYTES = 0x4000_0000;
const PIECES = 2;
const PROPERTIES = 1;

/** `clx` is the part of the table stream that tells. Throws RangeError when it is broken. */
export function piecesIn(clx: Uint8Array): Piece[] {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.length);
  let at = 0;
  while (view.getUint8(at) === PROPERTIES) at += 3 + view.getUint16(at + 1, true);
  if (view.getUint8(at) !== PIECES) throw new RangeError('no table of pieces');
  const places = at + 5;
  const count = Math.floor((Math.min(view.getUint32(at + 1, true), clx.length - places) - 4) / 12);
  const descriptors = places + (count + 1) * 4;
  return Array.from({ length: count }, (_, n) => {
    const stated = view.getUint32(descriptors + n * 8 + 2, true);
    const single = (stated & SINGLE_BYTES) !== 0;
    const offset = stated & ~SINGLE_BYTES;
    return {
      start: view.getUint32(places + n * 4, true),
      end: view.getUint32(places + n * 4 + 4, true),
      offset: single ? offset / 2 : offset,
      width: single ? 1 : 2,
    };
  });
}

/** All characters, by their place in the document. Throws RangeError when the pieces do not follow one another. */
export function textOfPieces(document: Uint8Array, pieces: readonly Piece[]): string {
  for (const [n, { start, end, width }] of pieces.entries())
    if (start !== (pieces[n - 1]?.end ?? 0) || end < start || (end - start) * width > document.length)
      throw new RangeError('pieces of the text are missing');
  return pieces
    .map(({ start, end, offset, width }) => {
      const bytes = document.subarray(offset, offset + (end - start) * width);
      return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes).padEnd(end - start, '\uFFFD');
    })
    .join('');
}

/** From the place of a character to its byte in the stream. */
export function offsetOf(pieces: readonly Piece[], character: number): number {
  const piece = lastFrom(pieces, character);
  return piece ? piece.offset + (character - piece.start) * piece.width : -1;
}
