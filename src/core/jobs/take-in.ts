// Bytes in, article kept: digest, duplicate check, reading, one durable act.
import { createHash } from 'node:crypto';
import type { ImportOptions, ImportOutcome } from '#contract/contract.ts';
import { isFailure } from '#contract/errors.ts';
import type { FileRef, Item } from '#contract/item.ts';
import type { Archivist } from '../archivist.ts';
import type { Store } from '../archive/store.types.ts';
import { capture } from '../capture/capture.ts';
import { newItem } from '../capture/to-item.ts';
import type { SearchIndex } from '../search/search-index.ts';

export type Intake = { store: Store; index: SearchIndex; archivist: Archivist; clock: () => Date; newId: () => string };

/** Never throws for a bad input: the outcome says why it was refused. A disk that fails is another matter and is thrown. */
export async function takeIn(intake: Intake, bytes: Uint8Array, path: string, options: ImportOptions): Promise<ImportOutcome> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const of = options.duplicates === 'skip' ? holderOf(intake.index, sha256) : undefined;
  if (of !== undefined) return { outcome: 'duplicate', path, of };
  try {
    const name = path === '-' ? 'stdin' : path.split(/[\\/]/).at(-1)!;
    const articles = capture({ bytes, path, format: options.format, encoding: options.encoding });
    const items = articles.map((article): Item => {
      const file: FileRef = {
        sha256,
        bytes: bytes.length,
        name,
        mediaType: article.mediaType,
        encoding: article.encoding,
        role: 'original',
      };
      return newItem(article, {
        id: intake.newId(),
        capturedAt: intake.clock(),
        file,
        tags: [...new Set(options.tags)],
        collections: options.collection ? [options.collection] : [],
      });
    });
    if (!options.dryRun) await keep(intake, bytes, items);
    return { outcome: 'imported', path, id: items[0]!.id, title: items[0]!.title };
  } catch (error) {
    if (!isFailure(error) || !error.code.startsWith('capture.')) throw error;
    return { outcome: 'failed', path, failure: { code: error.code, params: { ...error.params } } };
  }
}

/** The original is durable before the record that names it. */
async function keep({ store, archivist }: Intake, bytes: Uint8Array, items: readonly Item[]): Promise<void> {
  await store.putObject(bytes);
  await archivist.alone(() =>
    archivist.commit(
      'capture',
      items.map((item) => ({ op: 'put', item })),
    ),
  );
}

function holderOf(index: SearchIndex, sha256: string): string | undefined {
  const row = index.db.prepare('SELECT items.id AS id FROM digests JOIN items ON items.row = digests.row WHERE sha256 = ?').get(sha256);
  return row?.['id'] as string | undefined;
}
