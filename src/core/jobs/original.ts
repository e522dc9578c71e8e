// The stored bytes of an item, checked against their digest before they leave.
import { createHash } from 'node:crypto';
import { Failure } from '#contract/errors.ts';
import type { FileRef, Item } from '#contract/item.ts';
import type { Store } from '../archive/store.types.ts';

/** Throws original.missing, original.damaged. */
export const originalOf = (store: Store, item: Item): Promise<KeptFile> => fileOf(store, item, ({ role }) => role === 'original');

export type KeptFile = { readonly file: FileRef; readonly bytes: Uint8Array<ArrayBuffer> };

/** The first of an item's files that is wanted. Throws original.missing, original.damaged. */
export async function fileOf(store: Store, { id, files }: Item, wanted: (file: FileRef) => boolean): Promise<KeptFile> {
  const file = files.find(wanted);
  const bytes = file && (await store.readObject(file.sha256));
  if (!file || !bytes) throw new Failure('original.missing', { id });
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Failure('original.damaged', { id });
  return { file, bytes: bytes as Uint8Array<ArrayBuffer> };
}
