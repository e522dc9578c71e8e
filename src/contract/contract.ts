// The procedures: noun.verb. The CLI calls them directly, the window over IPC, the browser over loopback HTTP.
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { itemSchema, itemSummarySchema } from './item.ts';
import { facetsSchema, filtersSchema, hitSchema, listQuerySchema, markedTextSchema, searchQuerySchema } from './search.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';

const ids = z.object({ ids: z.array(z.string()).min(1) });
const changed = z.object({ changed: z.number().int() });
const id = z.object({ id: z.string() });

export const failureSchema = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** One input of an import, told as it happens. */
export const importOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), path: z.string(), id: z.string(), title: z.string() }),
  z.object({ outcome: z.literal('duplicate'), path: z.string(), of: z.string() }),
  z.object({ outcome: z.literal('failed'), path: z.string(), failure: failureSchema }),
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

export const importOptionsSchema = z.object({
  tags: z.array(z.string()).default([]),
  collection: z.string().optional(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  dryRun: z.boolean().default(false),
  duplicates: z.enum(['skip', 'keep']).default('skip'),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const exportOptionsSchema = z.object({
  digits: z.enum(['arab', 'latn']).default('arab'),
  size: z.enum(['a4', 'a5', 'letter']).default('a4'),
  language: z.enum(['ar', 'en']).default('ar'),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

export const exportProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), done: z.number(), total: z.number(), pages: z.number() }),
  z.object({ step: z.literal('done'), key: z.string(), items: z.number(), pages: z.number(), bytes: z.number(), name: z.string() }),
]);
export type ExportProgress = z.infer<typeof exportProgressSchema>;

/** What happened in the archive: the window refreshes what it shows. */
export const archiveEventSchema = z.object({
  kind: z.enum(['ready', 'items-changed', 'settings-changed']),
  ids: z.array(z.string()).default([]),
});
export type ArchiveEvent = z.infer<typeof archiveEventSchema>;

export const formatsSchema = z.object({
  capture: z.array(z.object({ id: z.string(), extensions: z.array(z.string()), label: z.string() })),
  export: z.array(z.object({ id: z.string(), extension: z.string(), label: z.string(), options: z.array(z.string()) })),
});

export const contract = {
  archive: {
    info: oc.output(
      z.object({
        archive: z.string(),
        format: z.number(),
        /** Why nothing can be written; null when it can. */
        readOnly: z.enum(['asked', 'locked', 'disk-full', 'not-writable']).nullable(),
        /** What recovery on opening did: how many acts were completed, how many torn bytes set aside. */
        recovered: z.object({ acts: z.number(), quarantined: z.number() }).nullable(),
        host: z.enum(['cli', 'desktop', 'loopback']),
      }),
    ),
    stats: oc.output(
      z.object({
        items: z.number(),
        tags: z.number(),
        sources: z.number(),
        words: z.number(),
        bytes: z.number(),
        oldest: z.string().nullable(),
        newest: z.string().nullable(),
      }),
    ),
    watch: oc.output(eventIterator(archiveEventSchema)),
  },
  item: {
    list: oc.input(listQuerySchema).output(z.object({ total: z.number(), items: z.array(itemSummarySchema), facets: facetsSchema })),
    get: oc.input(id).output(itemSchema),
    /** The body with the words of a query marked, block by block, title first. */
    marks: oc
      .input(id.extend({ query: z.string(), prefix: z.boolean().default(false) }))
      .output(z.object({ title: markedTextSchema, body: z.array(markedTextSchema) })),
    edit: oc
      .input(
        id.extend({
          set: z.record(z.string(), z.array(z.string())).default({}),
          unset: z.array(z.string()).default([]),
          /** Refuse when the item has moved on since this revision was read. */
          revision: z.number().int().optional(),
        }),
      )
      .output(itemSchema),
    trash: oc.input(ids).output(changed),
    restore: oc.input(ids).output(changed),
    original: oc.input(id).output(z.file()),
  },
  search: {
    query: oc
      .input(searchQuerySchema)
      .output(z.object({ total: z.number(), tookMs: z.number(), hits: z.array(hitSchema), facets: facetsSchema })),
  },
  tag: {
    list: oc.output(z.object({ tags: z.array(z.object({ tag: z.string(), count: z.number() })) })),
    add: oc.input(ids.extend({ tag: z.string() })).output(changed),
    remove: oc.input(ids.extend({ tag: z.string() })).output(changed),
    rename: oc.input(z.object({ from: z.string(), to: z.string() })).output(changed),
    merge: oc.input(z.object({ into: z.string(), tags: z.array(z.string()).min(1) })).output(changed),
  },
  capture: {
    /** Files sent by a window: one act each, told as it happens. */
    add: oc.input(importOptionsSchema.extend({ file: z.file(), path: z.string() })).output(importOutcomeSchema),
    formats: oc.input(z.object({ language: z.enum(['ar', 'en']).default('ar') })).output(formatsSchema),
  },
  export: {
    run: oc
      .input(
        z.object({
          ids: z.array(z.string()).optional(),
          query: z.string().optional(),
          filters: filtersSchema.default({}),
          format: z.string(),
          options: exportOptionsSchema.default(exportOptionsSchema.parse({})),
        }),
      )
      .output(eventIterator(exportProgressSchema)),
    /** The finished file; kept until it is taken or replaced by a newer one. */
    take: oc.input(z.object({ key: z.string() })).output(z.file()),
  },
  settings: {
    get: oc.output(settingsSchema),
    set: oc.input(settingsChangeSchema).output(settingsSchema),
  },
};
