// An archived article: the record that is kept as one JSON file, and the shape every host speaks.
import * as z from 'zod';
import { annotationSchema } from './annotation.ts';

export const blockKinds = ['paragraph', 'heading', 'quote', 'list-item', 'verse', 'caption', 'picture'] as const;

/** A stretch of a block's text, in UTF-16 units, that leads to an address of the web. */
export const blockLinkSchema = z.looseObject({ start: z.number().int(), end: z.number().int(), url: z.string() });
export type BlockLink = z.infer<typeof blockLinkSchema>;

/** The mark in a block's text, in UTF-16 units, of the note that is the block of that `note`; empty where the source shows none. */
export const blockMarkSchema = z.looseObject({ start: z.number().int(), end: z.number().int(), note: z.string() });
export type BlockMark = z.infer<typeof blockMarkSchema>;

/** A picture kept as one of the item's files; `alt` are the words that stand for it, `url` is where it leads. */
export const blockPictureSchema = z.looseObject({
  sha256: z.string(),
  mediaType: z.string(),
  alt: z.string().optional(),
  url: z.string().optional(),
});
export type BlockPicture = z.infer<typeof blockPictureSchema>;

/**
 * One block of the body, faithful to the source: outer white space trimmed, nothing corrected. A row of a table is a
 * paragraph with its `cells`. A picture stands where it stood and has no text; its caption is the block after it.
 */
export const blockSchema = z.looseObject({
  kind: z.enum(blockKinds),
  text: z.string(),
  level: z.number().int().optional(),
  links: z.array(blockLinkSchema).optional(),
  cells: z.array(z.string()).optional(),
  /** Of a row: it names the columns. */
  header: z.boolean().optional(),
  marks: z.array(blockMarkSchema).optional(),
  /** Of a footnote: its name among those of the item. */
  note: z.string().optional(),
  picture: blockPictureSchema.optional(),
});
export type Block = z.infer<typeof blockSchema>;

export const calendars = ['gregorian', 'islamic-umalqura', 'islamic-civil', 'coptic', 'persian'] as const;

/** `value` is ISO 8601 or EDTF; `stated` holds the very words of the source. */
export const statedDateSchema = z.looseObject({
  value: z.string(),
  stated: z.string().optional(),
  calendar: z.enum(calendars).default('gregorian'),
});
export type StatedDate = z.infer<typeof statedDateSchema>;

export const dateKinds = ['published', 'updated', 'event', 'captured'] as const;
export type DateKind = (typeof dateKinds)[number];

/** Four different things, never mixed. */
export const datesSchema = z.looseObject({
  published: statedDateSchema.optional(),
  updated: statedDateSchema.optional(),
  event: statedDateSchema.optional(),
  captured: statedDateSchema.optional(),
});
export type Dates = z.infer<typeof datesSchema>;

/** Bytes kept under their SHA-256, exactly as received. */
export const fileRefSchema = z.looseObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  name: z.string(),
  mediaType: z.string(),
  encoding: z.string().optional(),
  /** What was taken in, or a picture that came with it. */
  role: z.enum(['original', 'picture']),
});
export type FileRef = z.infer<typeof fileRefSchema>;

/**
 * How bytes became text. `by`: a byte order mark, the form of the bytes, a declaration, the statistics of letters, a person.
 * `misread` are the steps that undo mojibake, with the first changed line as it is and as it would be; `repaired` when they were taken.
 */
export const encodingRecordSchema = z.looseObject({
  name: z.string(),
  certainty: z.number().min(0).max(1),
  by: z.enum(['mark', 'form', 'declared', 'letters', 'chosen']),
  contradicts: z.string().optional(),
  damage: z.looseObject({ characters: z.number().int(), offset: z.number().int() }).optional(),
  misread: z
    .looseObject({
      steps: z.array(z.looseObject({ was: z.string(), readAs: z.string() })),
      lines: z.number().int(),
      before: z.string(),
      after: z.string(),
    })
    .optional(),
  repaired: z.boolean().optional(),
});
export type EncodingRecord = z.infer<typeof encodingRecordSchema>;

/** How the text came out of the original: the reader, and what it took for page furniture. */
export const provenanceSchema = z.looseObject({
  format: z.string(),
  reader: z.string(),
  /** `at`: how many blocks of the body stood before it. */
  removed: z.array(z.looseObject({ text: z.string(), rule: z.string(), at: z.number().int().optional() })).default([]),
  encoding: encodingRecordSchema.optional(),
  /** The identifier that a record which was alone in its file gives itself. */
  record: z.string().optional(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

export const itemStates = ['active', 'trashed'] as const;
export type ItemState = (typeof itemStates)[number];

export const RECORD_SCHEMA = 1;

/** A field that another program or device gave another value; ours stands, theirs waits for a person to choose. */
export const conflictSchema = z.looseObject({ field: z.string(), theirs: z.unknown(), from: z.string(), at: z.string() });
export type Conflict = z.infer<typeof conflictSchema>;

export const itemSchema = z.looseObject({
  schema: z.number().int(),
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  revision: z.number().int().positive(),
  state: z.enum(itemStates),
  title: z.string(),
  /** True when the source has no title and the first words stand in for it. */
  titleDerived: z.boolean().optional(),
  body: z.array(blockSchema),
  language: z.string(),
  source: z.string().optional(),
  creators: z.array(z.string()).default([]),
  url: z.string().optional(),
  dates: datesSchema,
  tags: z.array(z.string()).default([]),
  collections: z.array(z.string()).default([]),
  notes: z.string().default(''),
  files: z.array(fileRefSchema).default([]),
  provenance: provenanceSchema.optional(),
  /** The first capture of the same page, when this is a later one. */
  captureOf: z.string().optional(),
  /** Notes, highlights and marked corrections, in the order of the text. */
  annotations: z.array(annotationSchema).optional(),
  conflicts: z.array(conflictSchema).optional(),
});
export type Item = z.infer<typeof itemSchema>;

/** What a list shows: an Item without its body. */
export const itemSummarySchema = itemSchema.omit({ body: true });
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** The date an article is filed under in lists and facets: published, else the page's last update. Never the capture. */
export function filingDate(dates: Dates): { kind: DateKind; date: StatedDate } | undefined {
  if (dates.published) return { kind: 'published', date: dates.published };
  if (dates.updated) return { kind: 'updated', date: dates.updated };
  return undefined;
}
