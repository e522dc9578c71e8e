// What people arranged beside the articles: saved searches, colours of tags, collections that may still be empty.
import * as z from 'zod';
import { filtersSchema, hitSorts, sorts } from './search.ts';

/** Tokens of the window, so that a colour can be read in either theme. */
export const tagColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'grey'] as const;
export type TagColour = (typeof tagColours)[number];

export const savedSearchSchema = z.object({
  name: z.string(),
  query: z.string(),
  filters: filtersSchema,
  /** Of the list, where nothing is searched for. */
  sort: z.enum(sorts),
  /** Of what is found; how well it fits where it is not said. */
  order: z.enum(hitSorts).optional(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

export const shelfSchema = z.object({
  searches: z.array(savedSearchSchema).default([]),
  /** By the whole name of a tag. */
  colours: z.record(z.string(), z.enum(tagColours)).default({}),
  /** Whole names of collections that were made by hand. */
  collections: z.array(z.string()).default([]),
});
export type Shelf = z.infer<typeof shelfSchema>;

/** Some of it to change. Without defaults: a default here would put back what was not named. */
export const shelfChangeSchema = z
  .object({
    searches: z.array(savedSearchSchema),
    colours: z.record(z.string(), z.enum(tagColours)),
    collections: z.array(z.string()),
  })
  .partial();
export type ShelfChange = z.infer<typeof shelfChangeSchema>;
