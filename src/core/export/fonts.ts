import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import shipped from '../../../resources/fonts.json' with { type: 'json' };

/** The bytes of a face and of those that stand in for it, TrueType each. */
export type Faces = {
  regular: Uint8Array;
  bold: Uint8Array;
  /** For what the face lacks, in this order. */
  companions: { regular: Uint8Array[]; bold: Uint8Array[] };
  /** Whether drawn-out strokes suit the face. */
  kashida: boolean;
};
type Files = { package: string; regular: string; bold: string };

/** Amiri has the most letters of Arabic of all. */
const FIRST = 'amiri';

export async function loadFonts(id = FIRST): Promise<Faces> {
  const face = shipped.faces.find((one) => one.id === id);
  if (!face) throw new Error(`unknown face ${id}`);
  const others = [...shipped.faces.filter((one) => one.id === FIRST && one !== face), ...shipped.companions];
  const [own, ...companions] = await Promise.all([face, ...others].map(read));
  return {
    ...own!,
    companions: { regular: companions.map(({ regular }) => regular), bold: companions.map(({ bold }) => bold) },
    kashida: face.kashida,
  };
}

async function read({ package: name, regular, bold }: Files): Promise<{ regular: Uint8Array; bold: Uint8Array }> {
  const { resolve } = createRequire(import.meta.url);
  const [one, other] = await Promise.all([regular, bold].map((file) => readFile(resolve(`${name}/${file}`))));
  return { regular: one!, bold: other! };
}
