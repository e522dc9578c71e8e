// The procedures: noun.verb. The CLI calls them directly, the window over IPC, the browser over loopback HTTP.
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { annotationColours, newAnnotationSchema, sicReadings } from './annotation.ts';
import {
  batchPreviewSchema,
  batchProgressSchema,
  batchSchema,
  hierarchies,
  scopeSchema,
  stepInputSchema,
  stepProgressSchema,
  stepsSchema,
} from './batch.ts';
import { failureSchema } from './failure.ts';
import { itemSchema, itemSummarySchema } from './item.ts';
import { rulePackSchema } from './rules.ts';
import {
  facetsSchema,
  filtersSchema,
  hitSorts,
  keywordsSchema,
  listQuerySchema,
  markedTextSchema,
  searchAnswerSchema,
  searchQuerySchema,
  similarSchema,
  tagCountSchema,
  tagTwinsSchema,
} from './search.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';
import { shelfChangeSchema, shelfSchema } from './shelf.ts';
import { surveyQuerySchema, surveySchema } from './survey.ts';

const ids = z.object({ ids: z.array(z.string()).min(1) });
const changed = z.object({ changed: z.number().int() });
const id = z.object({ id: z.string() });
const recentQueries = z.object({ queries: z.array(z.string()) });
const few = id.extend({ limit: z.number().int().min(1).max(50).default(8) });

/** What an input became, or would become: enough to see whether it was read right. */
export const readingSchema = z.object({
  format: z.string(),
  source: z.string().optional(),
  /** ISO 8601 or EDTF. */
  published: z.string().optional(),
  language: z.string(),
  encoding: z.string().optional(),
  /** 0–1, of the encoding. */
  certainty: z.number().optional(),
  paragraphs: z.number().int(),
  pictures: z.number().int(),
  /** Texts taken for page furniture. */
  removed: z.number().int(),
  /** Characters that are nothing in the encoding: each stands as U+FFFD. */
  damaged: z.number().int().optional(),
  /** Letters were read in another encoding than theirs before they came here; they can be repaired. */
  misread: z.boolean().optional(),
  /** Hidden characters in it show its letters in another order than they are written in. */
  turned: z.boolean().optional(),
  /** It has pictures of pages and no text. */
  textless: z.boolean().optional(),
});
export type ReadingSummary = z.infer<typeof readingSchema>;

/**
 * One input of an import, told as it happens. `captureOf`: the first capture of the same page. `interrupted`: it was taken in by
 * an import of the same paths that did not come to its end. `left`: the import was stopped before it came to this one.
 */
export const importOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('imported'),
    path: z.string(),
    id: z.string(),
    title: z.string(),
    captureOf: z.string().optional(),
    reading: readingSchema,
  }),
  z.object({ outcome: z.literal('duplicate'), path: z.string(), of: z.string(), interrupted: z.boolean().optional() }),
  z.object({ outcome: z.literal('failed'), path: z.string(), failure: failureSchema }),
  z.object({ outcome: z.literal('left'), path: z.string() }),
]);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** What a column of a table or a key of a record may hold. */
export const mappedColumns = ['title', 'body', 'creators', 'source', 'url', 'published', 'updated', 'tags', 'language', 'notes'] as const;
export type MappedColumn = (typeof mappedColumns)[number];

export const importOptionsSchema = z.object({
  tags: z.array(z.string()).default([]),
  collection: z.string().optional(),
  format: z.string().optional(),
  encoding: z.string().optional(),
  /** Which column or key holds what, in the place of the guess: its name, `#3` for the third, an empty one for none. */
  columns: z.partialRecord(z.enum(mappedColumns), z.string()).optional(),
  /** Undo mojibake and read stray bytes; without it they are only told of. */
  repair: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  duplicates: z.enum(['skip', 'keep']).default('skip'),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** What becomes of the watched folder while a window is open. Counts are of this session. */
export const watchSchema = z.object({
  folder: z.string().nullable(),
  /** `elsewhere`: the archive is only read here. */
  state: z.enum(['off', 'watching', 'missing', 'elsewhere']),
  imported: z.number().int(),
  duplicates: z.number().int(),
  /** Files that are still changing. */
  waiting: z.number().int(),
  refusedCount: z.number().int(),
  /** The last of them. */
  refused: z.array(z.object({ path: z.string(), failure: failureSchema })),
  /** The host can ask a person for a folder. */
  picks: z.boolean(),
});
export type WatchStatus = z.infer<typeof watchSchema>;

export const exportOptionsSchema = z.object({
  digits: z.enum(['arab', 'latn']).default('arab'),
  size: z.enum(['a4', 'a5', 'letter']).default('a4'),
  /** Of what is printed for the whole, and for articles of other languages. */
  language: z.enum(['ar', 'en']).default('ar'),
  /** Of the labels on every page; else they are in the language of the article. */
  labels: z.enum(['ar', 'en']).optional(),
  /** The id of a typeface; else the first. */
  face: z.string().optional(),
  /** Drawn-out strokes; else as they suit the face. */
  kashida: z.enum(['on', 'off']).optional(),
  columns: z.number().int().min(1).max(2).optional(),
  print: z.enum(['normal', 'large']).optional(),
  /** What people wrote on the text: their notes and highlights. */
  notes: z.enum(['on', 'off']).optional(),
  /** Where a correction is marked: the text as printed, the same with a mark behind it, or the corrected reading. */
  sic: z.enum(sicReadings).optional(),
  /** Of PDF/A: 2u with UA-1, or 1b. */
  profile: z.enum(['a-2u', 'a-1b']).optional(),
});
export type ExportOptions = z.infer<typeof exportOptionsSchema>;

/** A typeface to set pages in; `kashida`: drawn-out strokes suit it; `own`: added by the person. */
export const faceChoiceSchema = z.object({ id: z.string(), family: z.string(), kashida: z.boolean(), own: z.boolean() });
export type FaceChoice = z.infer<typeof faceChoiceSchema>;

/** A character that no face has, shown as a box `count` times. */
export const missingCharacterSchema = z.object({ character: z.string(), codePoint: z.string(), count: z.number() });
export type MissingCharacter = z.infer<typeof missingCharacterSchema>;

export const exportProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), done: z.number(), total: z.number(), pages: z.number() }),
  z.object({
    step: z.literal('done'),
    key: z.string(),
    items: z.number(),
    pages: z.number(),
    bytes: z.number(),
    name: z.string(),
    missing: z.array(missingCharacterSchema),
  }),
]);
export type ExportProgress = z.infer<typeof exportProgressSchema>;

export const revisionSchema = z.object({
  revision: z.number().int(),
  /** ISO 8601 UTC. */
  at: z.string(),
  event: z.string(),
  fields: z.array(z.string()),
});
export type Revision = z.infer<typeof revisionSchema>;

/** Paths inside the archive folder; a journal line is told as path:offset. */
export const verificationSchema = z.object({
  checked: z.number().int(),
  missing: z.array(z.string()),
  altered: z.array(z.string()),
  unknown: z.array(z.string()),
  seconds: z.number(),
});
export type Verification = z.infer<typeof verificationSchema>;

/** Articles that are copies of one another, the one that was taken in first before the others; 1 when all are the same. */
export const duplicateClusterSchema = z.object({ ids: z.array(z.string()), similarity: z.number() });
export type DuplicateCluster = z.infer<typeof duplicateClusterSchema>;

/** Articles whose copies are asked for at once. */
export const MOST_COMPARED = 1000;

export const duplicatesProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), done: z.number().int(), total: z.number().int() }),
  z.object({ step: z.literal('done'), clusters: z.array(duplicateClusterSchema) }),
]);
export type DuplicatesProgress = z.infer<typeof duplicatesProgressSchema>;

/** `key` takes the change back, until the program is closed, and `act` is its name; absent where nothing was changed. */
export const retagProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), done: z.number().int(), total: z.number().int() }),
  z.object({ step: z.literal('done'), changed: z.number().int(), key: z.string().optional(), act: z.string().optional() }),
]);
export type RetagProgress = z.infer<typeof retagProgressSchema>;

/** What happened in the archive: the window refreshes what it shows. */
export const archiveEventSchema = z.object({
  kind: z.enum(['ready', 'items-changed', 'settings-changed']),
  ids: z.array(z.string()).default([]),
});
export type ArchiveEvent = z.infer<typeof archiveEventSchema>;

/** What a format is for: pages, references for a text or a list of them, or the whole records for an archive or a program. */
export const exportPurposes = ['reading', 'references', 'records'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];

export const formatsSchema = z.object({
  capture: z.array(z.object({ id: z.string(), extensions: z.array(z.string()), label: z.string() })),
  export: z.array(
    z.object({ id: z.string(), extension: z.string(), label: z.string(), options: z.array(z.string()), purpose: z.enum(exportPurposes) }),
  ),
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
    /** Reads every file of the archive and compares it with what was recorded of it. */
    verify: oc.output(
      eventIterator(
        z.discriminatedUnion('step', [
          z.object({ step: z.literal('working'), checked: z.number().int() }),
          z.object({ step: z.literal('done'), result: verificationSchema }),
        ]),
      ),
    ),
    /** Builds the index again from the files. */
    reindex: oc.output(z.object({ items: z.number().int(), seconds: z.number() })),
    watch: oc.output(eventIterator(archiveEventSchema)),
  },
  item: {
    list: oc.input(listQuerySchema).output(z.object({ total: z.number(), items: z.array(itemSummarySchema), facets: facetsSchema })),
    /** Identifiers of a stretch of the list, or of the hits of a query. */
    ids: oc
      .input(listQuerySchema.extend({ query: z.string().max(10_000).default(''), sort: z.enum(hitSorts).default('relevance') }))
      .output(z.object({ ids: z.array(z.string()) })),
    get: oc.input(id).output(itemSchema),
    /** The body with the words of a query marked, block by block, title first. */
    marks: oc
      .input(id.extend({ query: z.string(), prefix: z.boolean().default(false) }))
      .output(z.object({ title: markedTextSchema, body: z.array(markedTextSchema) })),
    /** Articles on the same matter, and copies. */
    similar: oc.input(few).output(similarSchema),
    /** Words of the text that may be its tags: to be offered, never added unasked. */
    keywords: oc.input(few).output(keywordsSchema),
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
    /** What was done to an item, oldest first; `fields` are those that became other values. */
    history: oc.input(id).output(z.object({ revisions: z.array(revisionSchema) })),
    /** The item as it was at a revision. */
    version: oc.input(id.extend({ revision: z.number().int() })).output(itemSchema),
    /** Makes the item what it was at a revision, as a new revision. */
    revert: oc.input(id.extend({ revision: z.number().int() })).output(itemSchema),
    /** Reads the original again, in an encoding that a person chose, or repaired. What a person set since stays. */
    reread: oc.input(id.extend({ encoding: z.string().optional(), repair: z.boolean().default(false) })).output(itemSchema),
    /** Decides a field that was given two values apart. */
    settle: oc.input(id.extend({ field: z.string(), keep: z.enum(['ours', 'theirs']) })).output(itemSchema),
    /** Takes items out of the archive for good, with their originals and their text in the history. */
    purge: oc.input(ids).output(changed),
    trash: oc.input(ids).output(changed),
    restore: oc.input(ids).output(changed),
    original: oc.input(id).output(z.file()),
    /** A file of an item by its digest: the original, a picture. */
    file: oc.input(id.extend({ sha256: z.string() })).output(z.file()),
    /** Puts texts that were taken for page furniture back where they stood; `places` count `provenance.removed` from 0. */
    putBack: oc.input(id.extend({ places: z.array(z.number().int()).min(1), revision: z.number().int().optional() })).output(itemSchema),
    /** Takes blocks out of the body, to be put back if wanted; `blocks` count the body from 0. */
    takeOut: oc.input(id.extend({ blocks: z.array(z.number().int()).min(1), revision: z.number().int().optional() })).output(itemSchema),
    /** All captures of the page that an item was read from, in the order they were saved; the item itself is among them. */
    captures: oc
      .input(id)
      .output(z.object({ captures: z.array(z.object({ id: z.string(), title: z.string(), captured: z.string().optional() })) })),
  },
  /** What people write on the text of an article: notes, highlights, corrections beside what is printed. */
  annotation: {
    create: oc.input(newAnnotationSchema).output(z.object({ item: itemSchema, annotation: z.string() })),
    /** An empty `value` takes a note's words away; the highlight stays. */
    edit: oc
      .input(id.extend({ annotation: z.string(), value: z.string().optional(), colour: z.enum(annotationColours).optional() }))
      .output(itemSchema),
    remove: oc.input(id.extend({ annotation: z.string() })).output(itemSchema),
  },
  search: {
    query: oc.input(searchQuerySchema).output(searchAnswerSchema),
    /** The whole result of a list or a search, counted. */
    survey: oc.input(surveyQuerySchema).output(surveySchema),
    /**
     * Reads every article and gathers those with the same file or words; with `near` those that were edited, cut or merged too.
     * With `of` the index is asked for near copies of these articles, and no others are read.
     */
    duplicates: oc
      .input(z.object({ near: z.boolean().default(false), of: z.array(z.string()).min(1).max(MOST_COMPARED).optional() }))
      .output(eventIterator(duplicatesProgressSchema)),
  },
  tag: {
    list: oc.output(z.object({ tags: z.array(tagCountSchema) })),
    /** Tags that may be one in two spellings or forms: to be offered for merging. */
    twins: oc.output(z.object({ twins: z.array(tagTwinsSchema) })),
    add: oc.input(ids.extend({ tag: z.string() })).output(changed),
    remove: oc.input(ids.extend({ tag: z.string() })).output(changed),
    rename: oc.input(z.object({ from: z.string(), to: z.string() })).output(changed),
    /** Every one of the tags becomes `into`, in one act, wherever it stands. */
    merge: oc.input(z.object({ into: z.string(), tags: z.array(z.string()).min(1) })).output(eventIterator(retagProgressSchema)),
    /** Takes back a merge of this session, in one act. What was tagged otherwise since stays so. */
    unmerge: oc.input(z.object({ key: z.string() })).output(eventIterator(retagProgressSchema)),
  },
  batch: {
    /** What would become of the articles; nothing is changed. */
    preview: oc.input(z.object({ scope: scopeSchema, batch: batchSchema })).output(batchPreviewSchema),
    run: oc.input(z.object({ scope: scopeSchema, batch: batchSchema })).output(eventIterator(batchProgressSchema)),
    /** A tag or a collection, with all within it, under another name: also how it is moved into another. */
    rename: oc.input(z.object({ list: z.enum(hierarchies), from: z.string(), to: z.string() })).output(eventIterator(batchProgressSchema)),
    /** Takes a tag or a collection, with all within it, off the articles that have it. */
    remove: oc.input(z.object({ list: z.enum(hierarchies), name: z.string() })).output(eventIterator(batchProgressSchema)),
  },
  act: {
    next: oc.output(stepsSchema),
    undo: oc.input(stepInputSchema).output(eventIterator(stepProgressSchema)),
    redo: oc.input(stepInputSchema).output(eventIterator(stepProgressSchema)),
  },
  shelf: {
    set: oc.input(shelfChangeSchema).output(shelfSchema),
  },
  capture: {
    /** A file sent by a window, with an outcome for each article in it. Files with one name of an import are undone together. */
    add: oc
      .input(importOptionsSchema.extend({ file: z.file(), path: z.string(), import: z.string().max(64).optional() }))
      .output(z.object({ outcomes: z.array(importOutcomeSchema) })),
    /** Columns of a table or keys of records, the first rows of them, and the column that each would be taken for. */
    columns: oc
      .input(z.object({ file: z.file(), path: z.string(), format: z.string().optional(), encoding: z.string().optional() }))
      .output(
        z.object({
          names: z.array(z.string()),
          samples: z.array(z.array(z.string())),
          guessed: z.partialRecord(z.enum(mappedColumns), z.string()),
        }),
      ),
    /**
     * What a file would become: the items, none of them kept; the article that has the same bytes, if one has; and articles whose
     * text is nearly that of one of the first items, `at` its place.
     */
    preview: oc.input(importOptionsSchema.extend({ file: z.file(), path: z.string() })).output(
      z.object({
        items: z.array(itemSchema),
        refused: z.array(z.object({ path: z.string(), failure: failureSchema })),
        duplicateOf: z.string().optional(),
        near: z.array(z.object({ at: z.number().int(), of: z.string(), title: z.string(), similarity: z.number() })),
      }),
    ),
    formats: oc.input(z.object({ language: z.enum(['ar', 'en']).default('ar') })).output(formatsSchema),
  },
  /** A folder whose new and changed files are taken in while a window is open. It is this computer's own, and no part of the archive. */
  watch: {
    get: oc.output(watchSchema),
    /** An absolute path; null ends it. */
    set: oc.input(z.object({ folder: z.string().trim().min(1).max(4096).nullable() })).output(watchSchema),
    /** Asks a person for a folder, where the host can; null when none was chosen. */
    pick: oc.output(z.object({ folder: z.string().nullable() })),
  },
  /** Packs of rules for what outlets print around their articles; they apply to what is taken in from then on. */
  rules: {
    list: oc.output(
      z.object({
        packs: z.array(z.object({ path: z.string(), pack: rulePackSchema })),
        broken: z.array(z.object({ path: z.string(), failure: failureSchema })),
      }),
    ),
    /** Tells whether a pack is sound, by refusing it when it is not. */
    check: oc.input(z.object({ text: z.string(), path: z.string() })).output(rulePackSchema),
    /** Keeps a pack, in the place of one of the same name. */
    put: oc.input(z.object({ text: z.string(), path: z.string() })).output(rulePackSchema),
    remove: oc.input(z.object({ name: z.string() })).output(z.object({ changed: z.number().int() })),
  },
  export: {
    run: oc
      .input(
        z.object({
          ids: z.array(z.string()).optional(),
          query: z.string().optional(),
          prefix: z.boolean().default(false),
          filters: filtersSchema.default({}),
          except: z.array(z.string()).default([]),
          sort: z.enum(hitSorts).default('relevance'),
          format: z.string(),
          options: exportOptionsSchema.default(exportOptionsSchema.parse({})),
        }),
      )
      .output(eventIterator(exportProgressSchema)),
    /** The finished file; kept until it is taken or replaced by a newer one. */
    take: oc.input(z.object({ key: z.string() })).output(z.file()),
    faces: oc.output(z.object({ faces: z.array(faceChoiceSchema) })),
    /** Keeps a typeface from a file, once text set in it reads back from its pages. */
    addFace: oc.input(z.object({ file: z.file(), kashida: z.boolean().default(false) })).output(z.object({ face: faceChoiceSchema })),
  },
  /** What was searched for of late, the last first: kept on this computer for each archive, and in no archive. */
  query: {
    recent: oc.output(recentQueries),
    remember: oc.input(z.object({ query: z.string().max(10_000) })).output(recentQueries),
    forget: oc.output(recentQueries),
  },
  settings: {
    get: oc.output(settingsSchema),
    set: oc.input(settingsChangeSchema).output(settingsSchema),
  },
};
