// Pure edits of an item: (item, intent) → item. The revision goes up by one; an edit that changes nothing gives back the same item.
import { Failure } from '#contract/errors.ts';
import { type FieldKey, fields, isFieldKey } from '#contract/fields.ts';
import type { Item, ItemState } from '#contract/item.ts';
import { languageNamed } from '../arabic/language-named.ts';
import { writtenDate } from '../arabic/written-date.ts';
import { sameValue } from './change.ts';

const next = (item: Item, change: Partial<Item>): Item => ({ ...item, ...change, revision: item.revision + 1 });

export type Edit = { readonly set: Readonly<Record<string, readonly string[]>>; readonly unset: readonly string[] };

/** Dates and languages may be written as people write them. Throws item.bad-field, item.bad-value, item.bad-date, item.bad-language. */
export function editItem(item: Item, { set, unset }: Edit): Item {
  const draft: Item = { ...item, dates: { ...item.dates } };
  for (const [key, values] of Object.entries(set)) setField(draft, key, values);
  for (const key of unset) setField(draft, key, []);
  return JSON.stringify(draft) === JSON.stringify(item) ? item : next(draft, {});
}

function setField(draft: Item, key: string, values: readonly string[]): void {
  if (!isFieldKey(key)) throw new Failure('item.bad-field', { field: key });
  const { kind } = fields.find((field) => field.key === key)!;
  const clean = values.map((value) => value.trim()).filter((value) => value !== '');
  if (kind === 'list') {
    (draft as Record<string, unknown>)[key] = [...new Set(clean)];
    return;
  }
  if (clean.length > 1) throw new Failure('item.bad-value', { field: key, value: clean.join(', ') });
  setSingle(draft, key, kind, clean[0]);
}

function setSingle(draft: Item, key: FieldKey, kind: string, written: string | undefined): void {
  const value = kind === 'language' && written !== undefined ? languageNamed(written) : written;
  if (kind === 'language' && written !== undefined && value === undefined)
    throw new Failure('item.bad-language', { field: key, value: written });
  if (kind === 'date') {
    const date = key.slice('dates.'.length) as 'published' | 'updated' | 'event';
    const read = value && writtenDate(value);
    if (!value) delete draft.dates[date];
    else if (!read) throw new Failure('item.bad-date', { field: key, value });
    // The stated words belong to the value that was read from the source, not to one set by hand.
    else if (draft.dates[date]?.value !== read) draft.dates[date] = { value: read, calendar: 'gregorian' };
    return;
  }
  if (kind === 'url' && value !== undefined && !URL.canParse(value)) throw new Failure('item.bad-value', { field: key, value });
  if ((key === 'title' || key === 'language') && value === undefined) throw new Failure('item.bad-value', { field: key, value: '' });
  if (key === 'title' && value !== draft.title) delete draft.titleDerived;
  if (value === undefined && key !== 'notes') delete (draft as Record<string, unknown>)[key];
  else (draft as Record<string, unknown>)[key] = value ?? '';
}

/** The item with everything that it had at another revision. */
export function reverted(item: Item, to: Item): Item {
  const next: Item = { ...to, id: item.id, schema: item.schema, revision: item.revision };
  return sameValue(withoutOrder(next), withoutOrder(item)) ? item : { ...next, revision: item.revision + 1 };
}

const withoutOrder = (item: Item): [string, unknown][] => Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1));

export function withTag(item: Item, tag: string): Item {
  return item.tags.includes(tag) ? item : next(item, { tags: [...item.tags, tag] });
}

export function withoutTag(item: Item, tag: string): Item {
  return item.tags.includes(tag) ? next(item, { tags: item.tags.filter((one) => one !== tag) }) : item;
}

/** Every tag of `from` becomes `to`, in its first place, once. */
export function withTagsMerged(item: Item, from: readonly string[], to: string): Item {
  if (!item.tags.some((tag) => from.includes(tag) && tag !== to)) return item;
  return next(item, { tags: tagsMerged(item.tags, from, to) });
}

const tagsMerged = (tags: readonly string[], from: readonly string[], to: string): string[] => [
  ...new Set(tags.map((tag) => (from.includes(tag) ? to : tag))),
];

/** Takes back what a merge did to an item that had these tags before. What was tagged otherwise since stays so. */
export function withTagsUnmerged(item: Item, before: readonly string[], from: readonly string[], to: string): Item {
  const after = tagsMerged(before, from, to);
  if (sameValue(item.tags, after)) return next(item, { tags: [...before] });
  // Whoever took the merged tag off has taken off those that it stood for.
  if (!item.tags.includes(to)) return item;
  const kept = before.includes(to) ? item.tags : item.tags.filter((tag) => tag !== to);
  return next(item, { tags: [...new Set([...kept, ...before.filter((tag) => !after.includes(tag))])] });
}

export function withState(item: Item, state: ItemState): Item {
  return item.state === state ? item : next(item, { state });
}
