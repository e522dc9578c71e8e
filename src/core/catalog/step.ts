// One act as it can be undone and done again: what its fields were, and what they became. Pure.
import type { Item } from '#contract/item.ts';
import type { Shelf } from '#contract/shelf.ts';
import { type ActEvent, type Patch, sameValue } from './change.ts';

/** Values of top-level fields; undefined for a field that is absent. */
type Fields = Readonly<Record<string, unknown>>;
export type Part = { readonly id: string; readonly before: Fields; readonly after: Fields };
export type ShelfPart = { readonly before: Partial<Shelf>; readonly after: Partial<Shelf> };
/** `act` names it: contract/batch.ts. `together`: acts that bear the same name are undone as one. */
export type Step = {
  readonly act: string;
  readonly event: ActEvent;
  readonly parts: readonly Part[];
  readonly shelf?: ShelfPart | undefined;
  readonly together?: string | undefined;
};
export type Direction = 'undo' | 'redo';

export function partOf(before: Item, { set, unset }: Patch): Part {
  const keys = [...Object.keys(set), ...unset];
  return {
    id: before.id,
    before: Object.fromEntries(keys.map((key) => [key, before[key]])),
    after: Object.fromEntries(keys.map((key) => [key, set[key]])),
  };
}

/** What was taken in is not destroyed by undoing that: it goes to the trash. */
export const captured = (id: string): Part => ({ id, before: { state: 'trashed' }, after: { state: 'active' } });

/** What of the shelf became another; undefined when nothing did. */
export function shelfPartOf(before: Shelf, after: Shelf): ShelfPart | undefined {
  const keys = (Object.keys(after) as (keyof Shelf)[]).filter((key) => !sameValue(before[key], after[key]));
  if (keys.length === 0) return undefined;
  const some = (shelf: Shelf): Partial<Shelf> => Object.fromEntries(keys.map((key) => [key, shelf[key]]));
  return { before: some(before), after: some(after) };
}

/** The item with its fields put back. `kept`: a field that others changed since stays what they made of it. */
export function stepped(item: Item, part: Part, direction: Direction): { item: Item; kept: boolean } {
  const [from, to] = direction === 'undo' ? [part.after, part.before] : [part.before, part.after];
  const next: Item = { ...item };
  let [changed, kept] = [false, false];
  for (const [key, value] of Object.entries(to)) {
    if (sameValue(item[key], value)) continue;
    if (!sameValue(item[key], from[key])) {
      kept = true;
      continue;
    }
    changed = true;
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return { item: changed ? { ...next, revision: item.revision + 1 } : item, kept };
}

export function shelfStepped(shelf: Shelf, part: ShelfPart, direction: Direction): Shelf {
  const [from, to] = direction === 'undo' ? [part.after, part.before] : [part.before, part.after];
  const next: Record<string, unknown> = { ...shelf };
  for (const [key, value] of Object.entries(to)) if (sameValue(shelf[key as keyof Shelf], from[key as keyof Shelf])) next[key] = value;
  return next as Shelf;
}
