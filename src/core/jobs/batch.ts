// One act on many articles: which they are, what would become of them, and doing it.
import type { Batch, BatchPreview, Hierarchy, scopeSchema } from '#contract/batch.ts';
import { Failure } from '#contract/errors.ts';
import { fieldKeys, fieldValues } from '#contract/fields.ts';
import { cleanName, isWithin, renamed } from '#contract/hierarchy.ts';
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import type * as z from 'zod';
import type { Doing } from '../archivist.ts';
import { portionsInTurns } from '../archive/portions.ts';
import { batchEdited, eventOf, withRenamed } from '../catalog/batch.ts';
import { sameValue } from '../catalog/change.ts';
import type { Services } from '../core.ts';
import { bearers } from '../search/bearers.ts';
import { idsByRow, listIds } from '../search/reader.ts';

type Scope = z.output<typeof scopeSchema>;

/** Throws search.* for a query that cannot be read. */
export async function idsOf({ index }: Services, { ids, query, filters, except }: Scope): Promise<string[]> {
  const out = new Set(except);
  if (ids) return ids.filter((id) => !out.has(id));
  if (query.trim() === '') return [...listIds(index.db, filters)].filter((id) => !out.has(id));
  // Loaded when it is needed: renaming a tag waits for no analysis of words.
  const { findRows } = await import('../search/find.ts');
  // An act on all that is found must find all.
  await index.completeWords();
  const idOf = idsByRow(index.db);
  const found: string[] = [];
  for (const row of findRows(index, { query, prefix: true }, filters, 0).result.rows) {
    const id = idOf(row);
    if (id !== undefined && !out.has(id)) found.push(id);
  }
  return found;
}

const SAMPLES = 40;
/** Summaries looked at before others are answered. */
const LOOKED_AT_ONCE = 500;

/** From the summaries of the index: the bodies need not be read. Throws as editItem does. */
export async function previewBatch(services: Services, scope: Scope, batch: Batch, signal?: AbortSignal): Promise<BatchPreview> {
  const ids = await idsOf(services, scope);
  const summaryOf = services.index.db.prepare('SELECT summary FROM items JOIN summaries USING (row) WHERE id = ?');
  const samples: BatchPreview['samples'] = [];
  let changed = 0;
  for await (const portion of portionsInTurns(ids, LOOKED_AT_ONCE)) {
    signal?.throwIfAborted();
    for (const id of portion) {
      const found = summaryOf.get(id)?.['summary'];
      if (typeof found !== 'string') continue;
      const before = { ...(JSON.parse(found) as Item), body: [] };
      const after = batchEdited(before, batch);
      if (after === before) continue;
      changed++;
      if (samples.length < SAMPLES) samples.push({ id, title: before.title, fields: differing(before, after) });
    }
  }
  return { total: ids.length, changed, samples };
}

function differing(before: Item, after: Item): BatchPreview['samples'][number]['fields'] {
  const changes = fieldKeys.map((field) => ({
    field: field as string,
    before: fieldValues(before, field),
    after: fieldValues(after, field),
  }));
  if (before.state !== after.state) changes.push({ field: 'state', before: [before.state], after: [after.state] });
  return changes.filter((one) => !sameValue(one.before, one.after));
}

type Done = { changed: number; act: string | undefined };

export async function runBatch(services: Services, scope: Scope, batch: Batch, doing?: Doing): Promise<Done> {
  return services.archivist.change(eventOf(batch), await idsOf(services, scope), (item) => batchEdited(item, batch), doing);
}

/** Throws item.bad-value for a name that is empty or lies within itself. */
export async function renameAll(
  services: Services,
  { list, from, to }: { list: Hierarchy; from: string; to: string },
  doing: Doing = {},
): Promise<Done> {
  const name = cleanName(to);
  if (name === '' || (name !== from && isWithin(name, from))) throw new Failure('item.bad-value', { field: list, value: to });
  const settings = (now: Settings): Settings => onShelf(now, list, (one) => renamed(one, from, name));
  const edit = (item: Item): Item => withRenamed(item, list, from, name);
  return services.archivist.change(list === 'tags' ? 'tag' : 'edit', bearers(services.index.db, list, [from], { andWithin: true }), edit, {
    ...doing,
    settings,
  });
}

export async function removeAll(services: Services, { list, name }: { list: Hierarchy; name: string }, doing: Doing = {}) {
  const settings = (now: Settings): Settings => onShelf(now, list, (one) => (isWithin(one, name) ? undefined : one));
  const edit = (item: Item): Item => withRenamed(item, list, name, undefined);
  return services.archivist.change(list === 'tags' ? 'tag' : 'edit', bearers(services.index.db, list, [name], { andWithin: true }), edit, {
    ...doing,
    settings,
  });
}

/** The shelf names tags by their colours and collections that may be empty, and saved searches name both. */
function onShelf(now: Settings, list: Hierarchy, name: (one: string) => string | undefined): Settings {
  const named = (all: readonly string[]): string[] => [...new Set(all.flatMap((one) => name(one) ?? []))];
  const searches = now.shelf.searches.map((search) => {
    const used = search.filters[list];
    return used ? { ...search, filters: { ...search.filters, [list]: named(used) } } : search;
  });
  const colours = Object.fromEntries(
    Object.entries(now.shelf.colours).flatMap(([tag, colour]) => named([tag]).map((one) => [one, colour])),
  );
  const shelf = { ...now.shelf, searches, ...(list === 'tags' ? { colours } : { collections: named(now.shelf.collections) }) };
  return { ...now, shelf };
}
