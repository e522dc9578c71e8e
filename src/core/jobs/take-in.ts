// Bytes in, articles kept: digest, duplicate check, reading; many inputs become durable together, each as an act of its own.
import { createHash } from 'node:crypto';
import type { ImportOptions, ImportOutcome } from '#contract/contract.ts';
import { type Failure, isFailure } from '#contract/errors.ts';
import type { FileRef, Item } from '#contract/item.ts';
import type { Archivist } from '../archivist.ts';
import type { Store } from '../archive/store.types.ts';
import { captureAll } from '../capture/capture-all.ts';
import { isRefused } from '../capture/formats/format.types.ts';
import { newItem } from '../capture/to-item.ts';
import type { SearchIndex } from '../search/search-index.ts';

export type Intake = { store: Store; index: SearchIndex; archivist: Archivist; clock: () => Date; newId: () => string };
export type Input = { readonly bytes: Uint8Array; readonly path: string };

type Taken = { readonly outcomes: readonly ImportOutcome[]; readonly bytes?: Uint8Array; readonly items: readonly Item[] };

/**
 * Outcomes in the order of the inputs: one for each article in it, and for each part that was refused. All that were imported are durable and findable. Never throws for a bad input: the
 * outcome says why it was refused. A disk that fails is another matter and is thrown.
 */
export async function takeIn(intake: Intake, inputs: readonly Input[], options: ImportOptions): Promise<ImportOutcome[]> {
  const here = new Map<string, string>();
  const taken: Taken[] = [];
  for (const input of inputs) {
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const of = options.duplicates === 'skip' ? (here.get(sha256) ?? holderOf(intake.index, sha256)) : undefined;
    if (of === undefined) {
      const one = await read(intake, input, sha256, options);
      if (one.items[0]) here.set(sha256, one.items[0].id);
      taken.push(one);
    } else taken.push({ outcomes: [{ outcome: 'duplicate', path: input.path, of }], items: [] });
  }
  if (!options.dryRun) await keep(intake, taken);
  return taken.flatMap(({ outcomes }) => outcomes);
}

async function read(intake: Intake, { bytes, path }: Input, sha256: string, options: ImportOptions): Promise<Taken> {
  try {
    const name = path === '-' ? 'stdin' : path.split(/[\\/]/).at(-1)!;
    const { format, encoding: named, repair } = options;
    const captured = await captureAll({ bytes, path, format, encoding: named, repair });
    const items: Item[] = [];
    const outcomes = captured.map((article): ImportOutcome => {
      if (isRefused(article)) return failed(`${path}/${article.part}`, article.failure);
      const { mediaType, encoding } = article;
      const file: FileRef = {
        sha256,
        bytes: bytes.length,
        name,
        mediaType,
        ...(encoding === undefined ? {} : { encoding }),
        role: 'original',
      };
      const item = newItem(article, {
        id: intake.newId(),
        capturedAt: intake.clock(),
        file,
        tags: [...new Set(options.tags)],
        collections: options.collection ? [options.collection] : [],
      });
      items.push(item);
      return { outcome: 'imported', path, id: item.id, title: item.title };
    });
    return { outcomes, bytes, items };
  } catch (error) {
    if (!isFailure(error) || !error.code.startsWith('capture.')) throw error;
    return { outcomes: [failed(path, error)], items: [] };
  }
}

const failed = (path: string, { code, params }: Failure): ImportOutcome => ({
  outcome: 'failed',
  path,
  failure: { code, params: { ...params } },
});

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
