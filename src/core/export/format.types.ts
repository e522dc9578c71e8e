import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';

export type ExportContext = {
  readonly options: ExportOptions;
  readonly signal: AbortSignal | undefined;
  /** Called after each item. */
  readonly onItem: (pages: number) => void;
  /** Called for each character that is shown as a box, because the face lacks it. */
  readonly onMissing?: (character: string) => void;
  /** When the document is made, for its metadata. */
  readonly now: Date;
};

export type ExportFormat = {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Names of the options it heeds. */
  readonly options: readonly (keyof ExportOptions)[];
  /** Takes long enough to be worth a thread of its own. */
  readonly inThread?: true;
  /** Items in, bytes out, as they come; memory does not grow with the items. */
  readonly write: (items: AsyncIterable<Item>, context: ExportContext) => AsyncIterable<Uint8Array>;
};
