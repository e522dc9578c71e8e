// The stored bytes of an item, checked against their digest before they leave.
import { createHash } from 'node:crypto';
import { Failure } from '#contract/errors.ts';
import type { FileRef, Item } from '#contract/item.ts';
import type { Store } from '../archive/store.types.ts';

/** Throws original.missing, original.damaged. */
export async function originalOf(store: Store, { id, files }: Item): Promise<{ file: FileRef; bytes: Uint8Array<ArrayBuffer> }> {
  const file = files.find((one) => one.role === 'original');
  const bytes = file && (await store.readObject(file.sha256));
  if (!file || !bytes) throw new Failure('original.missing', { id });
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Failure('original.damaged', { id });
  return { file, bytes: bytes as Uint8Array<ArrayBuffer> };
}
