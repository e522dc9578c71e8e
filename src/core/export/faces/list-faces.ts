import type { FaceChoice } from '#contract/contract.ts';
import shipped from '../../../../resources/fonts.json' with { type: 'json' };
import { listOwnFaces } from './own-faces.ts';

/** Those that come with the program, then those that the person added. */
export async function listFaces(): Promise<FaceChoice[]> {
  const known = shipped.faces.map(({ id, family, kashida }) => ({ id, family, kashida, own: false }));
  return [...known, ...(await listOwnFaces())];
}
