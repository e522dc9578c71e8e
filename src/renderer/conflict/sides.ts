import type { Dates, Item } from '#contract/item.ts';
import { type FieldChange, fieldChanges } from '../history/field-changes.ts';

/** What would change in an item if a field took another value; a value that is null takes the field away. */
export function changesOf(item: Item, field: string, theirs: unknown): FieldChange[] {
  const other: Item = { ...item, [field]: theirs ?? undefined };
  // A record always has its dates, if only none.
  if (field === 'dates') other.dates = (theirs ?? {}) as Dates;
  return fieldChanges(item, other);
}
