import type { ExportOptions } from '#contract/contract.ts';
import { api } from '../api/client.ts';

export type Made = { file: File; name: string; pages: number };

/** One article as a PDF. */
export async function makePdf(id: string, options: ExportOptions, signal: AbortSignal): Promise<Made> {
  for await (const told of await api.export.run({ ids: [id], format: 'pdf', options }, { signal })) {
    if (told.step === 'done') return { file: await api.export.take({ key: told.key }, { signal }), name: told.name, pages: told.pages };
  }
  throw new Error('The export ended without a file.');
}
