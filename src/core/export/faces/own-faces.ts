// Faces that the person added: a folder each in the user's data, with face.json and the files as they were given.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { FaceChoice } from '#contract/contract.ts';
import { facesFolder } from '../../places.ts';

const recordSchema = z.looseObject({ family: z.string(), kashida: z.boolean(), bold: z.boolean() });
export type OwnFace = { family: string; kashida: boolean; regular: Uint8Array; bold: Uint8Array };

/** Only names that were given by `keepOwnFace`, so that none leads out of the folder. */
const isId = (id: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/.test(id);

async function readRecord(id: string): Promise<z.infer<typeof recordSchema> | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(join(facesFolder(), id, 'face.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

export async function listOwnFaces(): Promise<FaceChoice[]> {
  const names = await readdir(facesFolder()).catch(() => []);
  const known = await Promise.all(
    names
      .filter(isId)
      .sort()
      .map(async (id) => ({ id, record: await readRecord(id) })),
  );
  return known.flatMap(({ id, record }) => (record ? [{ id, family: record.family, kashida: record.kashida, own: true }] : []));
}

export async function readOwnFace(id: string): Promise<OwnFace | undefined> {
  const record = isId(id) ? await readRecord(id) : undefined;
  if (!record) return undefined;
  const read = (weight: string): Promise<Uint8Array> => readFile(join(facesFolder(), id, `${weight}.ttf`));
  const regular = await read('regular');
  return { family: record.family, kashida: record.kashida, regular, bold: record.bold ? await read('bold') : regular };
}

/** Replaces the face of this id, if there is one. */
export async function keepOwnFace(id: string, { family, kashida, regular, bold }: OwnFace): Promise<FaceChoice> {
  const folder = join(facesFolder(), id);
  const fresh = join(facesFolder(), `.${id}.new`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await writeFile(join(fresh, 'regular.ttf'), regular);
  if (bold !== regular) await writeFile(join(fresh, 'bold.ttf'), bold);
  await writeFile(join(fresh, 'face.json'), `${JSON.stringify({ family, kashida, bold: bold !== regular }, null, 2)}\n`);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return { id, family, kashida, own: true };
}

/** Whether there was one. */
export async function removeOwnFace(id: string): Promise<boolean> {
  if (!isId(id) || !(await readRecord(id))) return false;
  await rm(join(facesFolder(), id), { recursive: true, force: true });
  return true;
}
