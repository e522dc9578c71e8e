import type { ExportOptions, MissingCharacter } from '#contract/contract.ts';
import { api } from '../api/client.ts';

export type Made = { file: File; name: string; pages: number; missing: MissingCharacter[] };

/** One article as a PDF. */
export async function makePdf(id: string, options: ExportOptions, signal: AbortSignal): Promise<Made> {
  for await (const told of await api.export.run({ ids: [id], format: 'pdf', options }, { signal })) {
    if (told.step !== 'done') continue;
    const { key, name, pages, missing } = told;
    return { file: await api.export.take({ key }, { signal }), name, pages, missing };
  }
  throw new Error('The export ended without a file.');
}
