// What a batch does to one article: (item, batch) → item. Pure; a batch that changes nothing gives back the same item.
import type { Batch, Hierarchy } from '#contract/batch.ts';
import { Failure } from '#contract/errors.ts';
import { type FieldKey, fields, fieldValues, isFieldKey } from '#contract/fields.ts';
import { cleanName, isWithin, renamed } from '#contract/hierarchy.ts';
import type { Item } from '#contract/item.ts';
import type { ActEvent } from './change.ts';
import { editItem } from './edit.ts';

/** One revision, whatever it changes. Throws as editItem does. */
export function batchEdited(item: Item, batch: Batch): Item {
  const set: Record<string, string[]> = {};
  for (const key of new Set([...Object.keys(batch.add), ...Object.keys(batch.remove)])) set[key] = listAfter(item, key, batch);
  if (batch.replace) {
    const { field, find, by } = batch.replace;
    if (!isFieldKey(field) || !isWords(field)) throw new Failure('item.bad-field', { field });
    const before = fieldValues(item, field);
    if (before.some((value) => value.includes(find))) set[field] = before.map((value) => value.replaceAll(find, by));
  }
  const edited = editItem(item, { set: { ...set, ...batch.set }, unset: batch.unset });
  const { state } = batch;
  if (state === undefined || edited.state === state) return edited;
  return { ...edited, state, revision: item.revision + 1 };
}

function listAfter(item: Item, key: string, { add, remove }: Batch): string[] {
  if (!isFieldKey(key) || kindOf(key) !== 'list') throw new Failure('item.bad-field', { field: key });
  const clean = isHierarchy(key) ? (add[key] ?? []).map(cleanName) : (add[key] ?? []);
  const gone = new Set(remove[key]);
  return [...new Set([...fieldValues(item, key).filter((value) => !gone.has(value)), ...clean.filter(Boolean)])];
}

const kindOf = (key: FieldKey) => fields.find((field) => field.key === key)!.kind;
const isWords = (key: FieldKey): boolean => ['text', 'long-text', 'list'].includes(kindOf(key));
const isHierarchy = (key: FieldKey): key is Hierarchy => key === 'tags' || key === 'collections';

/** How the journal calls it. */
export function eventOf({ set, unset, add, remove, replace, state }: Batch): ActEvent {
  const named = [...Object.keys(set), ...unset, ...Object.keys(add), ...Object.keys(remove)];
  if (named.length === 0 && !replace && state) return state === 'trashed' ? 'trash' : 'restore';
  return named.every((key) => key === 'tags') && !replace && !state ? 'tag' : 'edit';
}

/** The name, and all within it, becomes another, in its place and once; undefined takes it out. */
export function withRenamed(item: Item, list: Hierarchy, from: string, to: string | undefined): Item {
  const before = item[list];
  const after = to === undefined ? before.filter((one) => !isWithin(one, from)) : [...new Set(before.map((one) => renamed(one, from, to)))];
  return after.length === before.length && after.every((one, at) => one === before[at])
    ? item
    : { ...item, [list]: after, revision: item.revision + 1 };
}
