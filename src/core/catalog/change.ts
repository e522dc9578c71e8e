// What an act does to the archive. The same list is the journal line, the index delta, the window's event and, inverted, undo.
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';

export type Change =
  | { readonly op: 'put'; readonly item: Item }
  | { readonly op: 'remove'; readonly id: string }
  | { readonly op: 'settings'; readonly settings: Settings };

/** PREMIS-like name of what was done. */
export const actEvents = ['capture', 'edit', 'tag', 'trash', 'restore', 'purge', 'settings'] as const;
export type ActEvent = (typeof actEvents)[number];

/** One whole act: all of its changes are in the archive, or none. `at` is ISO 8601 UTC. */
export type Act = { readonly event: ActEvent; readonly at: string; readonly changes: readonly Change[] };
