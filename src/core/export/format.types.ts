import type { ExportOptions, ExportPurpose } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import type { Faces } from './faces/load-faces.ts';

export type ExportContext = {
  readonly options: ExportOptions;
  readonly signal: AbortSignal | undefined;
  /** Called after each item. */
  readonly onItem: (pages: number) => void;
  /** Called for each character that is shown as a box, because no face has it. */
  readonly onMissing?: (character: string) => void;
  /** The bytes of a picture of an item, by its SHA-256. */
  readonly readPicture?: (sha256: string) => Promise<Uint8Array | undefined>;
  /** In place of the face that the options name. */
  readonly faces?: Faces;
  /** When the document is made, for its metadata. */
  readonly now: Date;
};

export type ExportFormat = {
  readonly id: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly purpose: ExportPurpose;
  /** Names of the options it heeds. */
  readonly options: readonly (keyof ExportOptions)[];
  /** Takes long enough to be worth a thread of its own. */
  readonly inThread?: true;
  /** Items in, bytes out, as they come; memory does not grow with the items. */
  readonly write: (items: AsyncIterable<Item>, context: ExportContext) => AsyncIterable<Uint8Array>;
};
