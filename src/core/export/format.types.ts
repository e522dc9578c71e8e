import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';

export interface ExportContext {
  fonts: { regular: Uint8Array; bold: Uint8Array };
  clock: () => Date;
  onProgress?: (progress: { done: number; pages: number }) => void;
  signal?: AbortSignal;
}
/** Yields the bytes of the file; returns what was written. `missing`: characters the face cannot show. */
export type ExportStream = AsyncGenerator<Uint8Array, { items: number; pages: number; missing: string[] }>;
export interface ExportFormat {
  id: string;
  extension: string;
  labelKey: string;
  options: readonly (keyof ExportOptions)[];
  write(items: AsyncIterable<Item>, options: ExportOptions, context: ExportContext): ExportStream;
}
