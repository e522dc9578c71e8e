// The bytes of the faces that a page is set in.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Failure } from '#contract/errors.ts';
import shipped from '../../../../resources/fonts.json' with { type: 'json' };
import { listFaces } from './list-faces.ts';
import { readOwnFace } from './own-faces.ts';

type Weights = { regular: Uint8Array; bold: Uint8Array };

/** The bytes of a face and of those that stand in for it, TrueType each. */
export type Faces = Weights & {
  /** For what the face lacks, in this order. */
  companions: { regular: Uint8Array[]; bold: Uint8Array[] };
  /** Whether drawn-out strokes suit the face. */
  kashida: boolean;
  /** So that faces of one size look alike. */
  scale: number;
};

/** Amiri has the most letters of Arabic of all. */
const FIRST = 'amiri';

/** Throws face.unknown. */
export async function loadFaces(id = FIRST): Promise<Faces> {
  const face = shipped.faces.find((one) => one.id === id);
  const own = face ? undefined : await readOwnFace(id);
  if (!face && !own) throw new Failure('face.unknown', { face: id, known: (await listFaces()).map((one) => one.id).join(', ') });
  return { ...(await withCompanions(face ? await readShipped(face) : own!, face?.kashida ?? own!.kashida, id)), scale: face?.scale ?? 1 };
}

/** `id` is no companion to itself. */
export async function withCompanions({ regular, bold }: Weights, kashida: boolean, id?: string): Promise<Faces> {
  const others = [...shipped.faces.filter((one) => one.id === FIRST && one.id !== id), ...shipped.companions];
  const read = await Promise.all(others.map(readShipped));
  return { regular, bold, companions: { regular: read.map((one) => one.regular), bold: read.map((one) => one.bold) }, kashida, scale: 1 };
}

async function readShipped(face: { package: string; regular: string; bold: string }): Promise<Weights> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = await Promise.all([face.regular, face.bold].map((file) => readFile(resolve(`${face.package}/${file}`))));
  return { regular: regular!, bold: bold! };
}
