// Bytes in, articles kept: digest, duplicate check, reading; many inputs become durable together, each as an act of its own.
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
export type Input = { readonly bytes: Uint8Array; readonly path: string };

type Taken = { readonly outcome: ImportOutcome; readonly bytes?: Uint8Array; readonly items: readonly Item[] };

/**
 * Outcomes in the order of the inputs; all that were imported are durable and findable. Never throws for a bad input: the
 * outcome says why it was refused. A disk that fails is another matter and is thrown.
 */
export async function takeIn(intake: Intake, inputs: readonly Input[], options: ImportOptions): Promise<ImportOutcome[]> {
  const here = new Map<string, string>();
  const taken = inputs.map((input): Taken => {
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const of = options.duplicates === 'skip' ? (here.get(sha256) ?? holderOf(intake.index, sha256)) : undefined;
    if (of !== undefined) return { outcome: { outcome: 'duplicate', path: input.path, of }, items: [] };
    const one = read(intake, input, sha256, options);
    if (one.outcome.outcome === 'imported') here.set(sha256, one.outcome.id);
    return one;
  });
  if (!options.dryRun) await keep(intake, taken);
  return taken.map(({ outcome }) => outcome);
}

function read(intake: Intake, { bytes, path }: Input, sha256: string, options: ImportOptions): Taken {
  try {
    const name = path === '-' ? 'stdin' : path.split(/[\\/]/).at(-1)!;
    const articles = capture({ bytes, path, format: options.format, encoding: options.encoding, repair: options.repair });
    const items = articles.map((article): Item => {
      const { mediaType, encoding } = article;
      const file: FileRef = { sha256, bytes: bytes.length, name, mediaType, encoding, role: 'original' };
      return newItem(article, {
        id: intake.newId(),
        capturedAt: intake.clock(),
        file,
        tags: [...new Set(options.tags)],
        collections: options.collection ? [options.collection] : [],
      });
    });
    return { outcome: { outcome: 'imported', path, id: items[0]!.id, title: items[0]!.title }, bytes, items };
  } catch (error) {
    if (!isFailure(error) || !error.code.startsWith('capture.')) throw error;
    return { outcome: { outcome: 'failed', path, failure: { code: error.code, params: { ...error.params } } }, items: [] };
  }
}

/** The originals are durable before the records that name them. */
async function keep({ store, archivist }: Intake, taken: readonly Taken[]): Promise<void> {
  const kept = taken.filter(({ items }) => items.length > 0);
  if (kept.length === 0) return;
  await store.putObjects(kept.map(({ bytes }) => bytes!));
  await archivist.alone(() =>
    archivist.commit(
      ...kept.map(({ items }) => ({ event: 'capture' as const, changes: items.map((item) => ({ op: 'put' as const, item })) })),
    ),
  );
}

function holderOf(index: SearchIndex, sha256: string): string | undefined {
  const row = index.db.prepare('SELECT items.id AS id FROM digests JOIN items ON items.row = digests.row WHERE sha256 = ?').get(sha256);
  return row?.['id'] as string | undefined;
}
