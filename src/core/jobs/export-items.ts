// What was asked for, in list order, through one format into one file.
import type { Writable } from 'node:stream';
import type { ExportOptions, MissingCharacter } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { type Filters, type HitSort, listSort } from '#contract/search.ts';
import type { Services } from '../core.ts';
import type { ExportFormat } from '../export/format.types.ts';
import { exportFormats } from '../export/registry.ts';
import { type WrittenFile, writeFile, writeStream } from '../export/write-file.ts';
import { rowsFound } from '../search/find.ts';
import { idsByRow, listIds } from '../search/reader.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { writeInThread } from './export-in-thread.ts';

export type ExportRequest = {
  ids?: readonly string[] | undefined;
  query?: string | undefined;
  /** The last word also stands for its continuations. */
  prefix?: boolean;
  filters: Filters;
  except?: readonly string[];
  sort?: HitSort;
  format: string;
  options: ExportOptions;
};
/** `relaxed`: of what the query found, some articles hold only part of its words. */
export type ExportedFile = WrittenFile & { items: number; pages: number; missing: MissingCharacter[]; relaxed: boolean };
type Watch = { signal?: AbortSignal; onProgress?: (progress: { done: number; total: number; pages: number }) => void };

/** Throws export.unknown-format. */
export function formatOf(id: string): ExportFormat {
  const format = exportFormats.find((one) => one.id === id);
  if (!format) throw new Failure('export.unknown-format', { format: id, known: exportFormats.map((one) => one.id).join(', ') });
  return format;
}

type Chosen = { ids: string[]; relaxed: boolean };

async function idsOf({ index, archivist }: Services, request: ExportRequest): Promise<Chosen> {
  const { ids, query, filters, sort = 'relevance' } = request;
  if (ids) {
    const known: string[] = [];
    // One after another: what is named may be a hundred thousand, of which none is to be held.
    for (const id of ids) known.push((await archivist.read(id)).id);
    return { ids: known, relaxed: false };
  }
  if (query === undefined) return { ids: [...listIds(index.db, filters, listSort(sort))], relaxed: false };
  await index.completeWords();
  return idsFound(index, request, query);
}

/** Identifiers of everything a query finds. */
function idsFound(index: SearchIndex, { filters, prefix = false, sort = 'relevance' }: ExportRequest, query: string): Chosen {
  const idOf = idsByRow(index.db);
  const { rows, relaxed } = rowsFound(index, { query, prefix }, filters, { sort, offset: 0, limit: index.segments.size });
  return { ids: rows.flatMap((row) => idOf(row) ?? []), relaxed };
}

/** Into a file, or a stream that stays open. Throws export.unknown-format, export.nothing, export.unwritable, item.missing. */
export async function exportToFile(
  services: Services,
  request: ExportRequest,
  into: string | Writable,
  { signal, onProgress }: Watch = {},
): Promise<ExportedFile> {
  const format = formatOf(request.format);
  const chosen = await idsOf(services, request);
  const out = new Set(request.except);
  const ids = chosen.ids.filter((id) => !out.has(id));
  if (ids.length === 0) throw new Failure('export.nothing', {});
  let items = 0;
  let pages = 0;
  async function* read(): AsyncGenerator<Item> {
    for (const id of ids) {
      signal?.throwIfAborted();
      const item = await services.store.read(id);
      if (item) yield item;
    }
  }
  const onItem = (more: number): void => {
    items += 1;
    pages += more;
    onProgress?.({ done: items, total: ids.length, pages });
  };
  const counts = new Map<string, number>();
  const onMissing = (character: string): void => void counts.set(character, (counts.get(character) ?? 0) + 1);
  const readPicture = (sha256: string): Promise<Uint8Array | undefined> => services.store.readObject(sha256);
  const context = { options: request.options, signal, onItem, onMissing, readPicture, now: services.clock() };
  const bytes = format.inThread ? writeInThread(format.id, read(), context) : format.write(read(), context);
  const file = await (typeof into === 'string' ? writeFile(into, bytes) : writeStream(into, bytes));
  return { ...file, items, pages, missing: missingList(counts), relaxed: chosen.relaxed };
}

/** The most frequent first. */
const missingList = (counts: ReadonlyMap<string, number>): MissingCharacter[] =>
  [...counts]
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .map(([character, count]) => ({ character, codePoint: codePointOf(character), count }));

/** As Unicode writes it: U+0041. */
const codePointOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
