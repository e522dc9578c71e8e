import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import faces from '../../../resources/fonts.json' with { type: 'json' };

export type Faces = { regular: Uint8Array; bold: Uint8Array /** Whether drawn-out strokes suit the face. */; kashida: boolean };

/** The bytes of a face, from its package. */
export async function loadFonts(id = 'amiri'): Promise<Faces> {
  const face = faces.find((one) => one.id === id);
  if (!face) throw new Error(`unknown face ${id}`);
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = await Promise.all([face.regular, face.bold].map((file) => readFile(resolve(`${face.package}/${file}`))));
  return { regular: regular as Uint8Array, bold: bold as Uint8Array, kashida: face.kashida };
}
