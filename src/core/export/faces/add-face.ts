// A face from a file is offered once a text set in it has been read back from its pages.
import { createHash } from 'node:crypto';
import type { FaceChoice } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { nameOf, readTrueType, type TrueType } from '../pdf/true-type.ts';
import { keepOwnFace, type OwnFace } from './own-faces.ts';
import { missingLetters, wordsLost } from './prove-face.ts';

export type FaceFiles = { name: string; regular: Uint8Array; bold?: Uint8Array; kashida?: boolean };

/** Throws face.not-truetype, face.may-not-embed, face.lacks-letters, face.text-lost; then nothing is kept. */
export async function addFace({ name, regular, bold = regular, kashida = false }: FaceFiles): Promise<FaceChoice> {
  const [face] = [regular, bold].map((bytes) => openFile(bytes, name)) as [TrueType, TrueType];
  const id = face.postScriptName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const own: OwnFace = { family: nameOf(face, 16) ?? nameOf(face, 1) ?? name, kashida, regular, bold };
  const missing = missingLetters(own);
  if (missing.length > 0) throw new Failure('face.lacks-letters', { name, letters: missing.join(' ') });
  const lost = await wordsLost(own).catch((error: unknown) => {
    // Tables that contradict each other come to light when glyphs are read.
    throw new Failure('face.not-truetype', { name }, { cause: error });
  });
  if (lost.length > 0) throw new Failure('face.text-lost', { name, words: lost.join('، ') });
  return keepOwnFace(id || `face-${createHash('sha256').update(regular).digest('hex').slice(0, 12)}`, own);
}

/** OS/2 fsType: bit 1 alone forbids embedding, bit 9 allows bitmaps only. */
const [RESTRICTED, BITMAPS_ONLY] = [0x0002, 0x0200];

function openFile(bytes: Uint8Array, name: string): TrueType {
  let face: TrueType;
  try {
    face = readTrueType(bytes);
  } catch (error) {
    throw new Failure('face.not-truetype', { name }, { cause: error });
  }
  const os2 = face.table('OS/2');
  const rights = os2 && os2.length >= 10 ? os2.readUInt16BE(8) : 0;
  if ((rights & 0x000f) === RESTRICTED || rights & BITMAPS_ONLY) throw new Failure('face.may-not-embed', { name });
  return face;
}
