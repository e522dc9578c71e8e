// Bytes in, articles kept: duplicate check, reading; many inputs become durable together, each as an act of its own.
import type { StatementSync } from 'node:sqlite';
import type { ImportOptions, ImportOutcome, ReadingSummary } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import type { Archivist } from '../archivist.ts';
import type { Store } from '../archive/store.types.ts';
import { pageOf } from '../capture/page-address.ts';
import { newItem } from '../capture/to-item.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { tagName } from '../catalog/tag-name.ts';
import { isTurned } from '#text/turned.ts';
import { firstCapture } from './captures.ts';
import { packsOf } from './rule-packs.ts';
import type { RulePack } from '#contract/rules.ts';
import { type ReadInput, readInput } from './read-inputs.ts';

export type Intake = { store: Store; index: SearchIndex; archivist: Archivist; clock: () => Date; newId: () => string };
export type Input = { readonly bytes: Uint8Array; readonly path: string };

/**
 * Outcomes in the order of the inputs: one for each article in it, and for each part that was refused. All that were
 * imported are durable and findable. Never throws for a bad input: the outcome says why it was refused. A disk that fails
 * is another matter and is thrown.
 */
export async function takeIn(intake: Intake, inputs: readonly Input[], options: ImportOptions): Promise<ImportOutcome[]> {
  const keeper = openKeeper(intake, options);
  const packs = await packsIn(intake);
  const read: ReadInput[] = [];
  const originals: Uint8Array[] = [];
  for (const input of inputs) {
    const one = await readInput(input, { ...options, packs }, keeper.isKept);
    keeper.prepare([one.read]);
    read.push(one.read);
    originals.push(...one.originals);
  }
  if (!options.dryRun && originals.length > 0) await intake.store.putObjects(originals);
  return keeper.keep(read);
}

/** Those of the archive that are sound. */
export const packsIn = async ({ store }: Pick<Intake, 'store'>): Promise<RulePack[]> =>
  (await packsOf(store.dir)).packs.map(({ pack }) => pack);

/** Takes in what was read, one group after another. Originals are durable before `keep` is called. */
export type Keeper = {
  /** Whether these bytes are a duplicate that is to be skipped. */
  readonly isKept: (sha256: string) => boolean;
  /** The article that has these bytes. */
  holderOf(sha256: string): string | undefined;
  /** Makes items of articles: from now on the same bytes are duplicates. */
  prepare(read: readonly ReadInput[]): readonly Prepared[];
  keep(read: readonly ReadInput[]): Promise<ImportOutcome[]>;
};

export type Prepared = { readonly outcomes: readonly ImportOutcome[]; readonly items: readonly Item[] };

/**
 * `since`: when an import of the same inputs began that did not come to its end. `together`: the name of the import, where it comes
 * in several calls; all that bears it is undone as one act.
 */
export type Importing = { readonly since?: Date | undefined; readonly together?: string | undefined };

export function openKeeper(intake: Intake, options: ImportOptions, { since, together = intake.newId() }: Importing = {}): Keeper {
  const { index, archivist, clock, newId } = intake;
  const begun = clock().getTime();
  /** What was prepared and is not in the index yet: digests and pages, by which later inputs are told to be the same. */
  const here = new Map<string, string>();
  const prepared = new WeakMap<ReadInput, Prepared>();
  let find: StatementSync | undefined;
  const pages = new Map<string, string>();

  function holderOf(sha256: string): string | undefined {
    find ??= index.db.prepare('SELECT items.id AS id FROM digests JOIN items ON items.row = digests.row WHERE sha256 = ?');
    return here.get(sha256) ?? (find.get(sha256)?.['id'] as string | undefined);
  }

  /** With the first capture of the same page; a page that was not met before is the first. */
  function withCapture(item: Item): Item {
    const page = pageOf(item);
    if (page === undefined) return item;
    const first = pages.get(page) ?? firstCapture(index, page);
    pages.set(page, first ?? item.id);
    return first === undefined ? item : { ...item, captureOf: first };
  }

  function leaveToIndex(item: Item): void {
    const page = pageOf(item);
    if (page !== undefined) pages.delete(page);
    for (const { sha256, role } of item.files) if (role === 'original') here.delete(sha256);
  }

  /** Of the interrupted import. An identifier begins with the time at which it was made (RFC 9562 5.7). */
  const isOfBefore = (id: string): boolean => {
    const at = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    return since !== undefined && at >= since.getTime() && at < begun;
  };

  function prepareOne(read: ReadInput): Prepared {
    const { path } = read;
    if ('failure' in read) return { outcomes: [{ outcome: 'failed', path, failure: read.failure }], items: [] };
    const { original } = read;
    const of = options.duplicates === 'skip' ? holderOf(original.sha256) : undefined;
    if (of !== undefined)
      return { outcomes: [{ outcome: 'duplicate', path, of, ...(isOfBefore(of) ? { interrupted: true } : {}) }], items: [] };
    const items = read.articles.map(({ files, ...article }) => {
      const item = newItem(article, {
        id: newId(),
        capturedAt: clock(),
        files,
        tags: [...new Set(options.tags.map(tagName).filter(Boolean))],
        collections: options.collection ? [options.collection] : [],
      });
      return withCapture(item);
    });
    if (items[0]) here.set(original.sha256, items[0].id);
    const outcomes: ImportOutcome[] = items.map((item) => outcomeOf(path, item));
    for (const { part, failure } of read.refused) outcomes.push({ outcome: 'failed', path: `${path}/${part}`, failure });
    return { outcomes, items };
  }

  return {
    holderOf,
    isKept: (sha256) => options.duplicates === 'skip' && holderOf(sha256) !== undefined,
    prepare(read) {
      return read.map((one) => {
        const made = prepareOne(one);
        prepared.set(one, made);
        return made;
      });
    },
    async keep(read) {
      const all = read.map((one) => prepared.get(one) ?? prepareOne(one));
      const acts = all.filter(({ items }) => items.length > 0);
      if (!options.dryRun && acts.length > 0) {
        await archivist.alone(() =>
          archivist.commit(
            ...acts.map(({ items }) => ({
              event: 'capture' as const,
              together,
              changes: items.map((item) => ({ op: 'put' as const, item })),
            })),
          ),
        );
        for (const { items } of acts) items.forEach(leaveToIndex);
      }
      return all.flatMap(({ outcomes }) => outcomes);
    },
  };
}

const outcomeOf = (path: string, item: Item): ImportOutcome => ({
  outcome: 'imported',
  path,
  id: item.id,
  title: item.title,
  ...(item.captureOf === undefined ? {} : { captureOf: item.captureOf }),
  reading: readingOf(item),
});

function readingOf({ title, provenance, source, dates, language, body }: Item): ReadingSummary {
  const { format = 'text', removed = [], encoding } = provenance ?? {};
  const pictures = body.filter(({ kind }) => kind === 'picture').length;
  return {
    format,
    language,
    ...(source === undefined ? {} : { source }),
    ...(dates.published === undefined ? {} : { published: dates.published.value }),
    ...(encoding === undefined ? {} : { encoding: encoding.name, certainty: encoding.certainty }),
    paragraphs: body.length - pictures,
    pictures,
    removed: removed.length,
    ...(encoding?.damage ? { damaged: encoding.damage.characters } : {}),
    ...(encoding?.misread && !encoding.repaired ? { misread: true } : {}),
    ...(isTurned(title) || body.some(({ text }) => isTurned(text)) ? { turned: true } : {}),
    ...(format === 'pdf' && body.length === 0 ? { textless: true } : {}),
  };
}
