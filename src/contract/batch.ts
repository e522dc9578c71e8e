// One act on many articles: which, what is done to each, and what is told of it.
import * as z from 'zod';
import { itemStates } from './item.ts';
import { filtersSchema } from './search.ts';

/** Articles by name, or all that a query and filters find but some. */
export const scopeSchema = z.object({
  ids: z.array(z.string()).optional(),
  query: z.string().max(10_000).default(''),
  filters: filtersSchema.default({}),
  except: z.array(z.string()).default([]),
});
export type Scope = z.input<typeof scopeSchema>;

const valuesByField = z.record(z.string(), z.array(z.string())).default({});

export const batchSchema = z.object({
  /** Fields of contract/fields.ts that get other values. */
  set: valuesByField,
  unset: z.array(z.string()).default([]),
  /** Values of list fields, added to those there are or taken out of them. */
  add: valuesByField,
  remove: valuesByField,
  /** Words of a field, replaced wherever they stand in it, letter by letter. */
  replace: z.object({ field: z.string(), find: z.string().min(1), by: z.string() }).optional(),
  state: z.enum(itemStates).optional(),
});
export type Batch = z.output<typeof batchSchema>;
export type BatchInput = z.input<typeof batchSchema>;

export const hierarchies = ['tags', 'collections'] as const;
export type Hierarchy = (typeof hierarchies)[number];

export const batchPreviewSchema = z.object({
  total: z.number().int(),
  changed: z.number().int(),
  /** The first few of those that change: each field as it is and as it would be. */
  samples: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      fields: z.array(z.object({ field: z.string(), before: z.array(z.string()), after: z.array(z.string()) })),
    }),
  ),
});
export type BatchPreview = z.infer<typeof batchPreviewSchema>;

/**
 * The name of an act of this session that can be undone: an article that it changed, and the revision that it made of it. One act
 * makes one revision of an article, so that whoever has the article knows the act.
 */
export const actOf = ({ id, revision }: { id: string; revision: number }): string => `${id}@${revision}`;

/** Nothing is changed before all is: one whole act of the journal, or, when it is cancelled, none. `act`: its name, if anything was. */
export const batchProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), done: z.number().int(), total: z.number().int() }),
  z.object({ step: z.literal('done'), changed: z.number().int(), act: z.string().optional() }),
]);
export type BatchProgress = z.infer<typeof batchProgressSchema>;

const stepSchema = z.object({ act: z.string(), event: z.string(), items: z.number().int() }).nullable();
/** What would be undone and done again, if anything. */
export const stepsSchema = z.object({ undo: stepSchema, redo: stepSchema });

/** With the name of an act it alone is undone or done again, and nothing when it is not the one whose turn it is. Throws act.overtaken. */
export const stepInputSchema = z.object({ act: z.string().optional() }).optional();

export const stepProgressSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), done: z.number().int(), total: z.number().int() }),
  /** `act`, `event`: of the act that was undone, null when there was none; `kept`: articles that others changed since, and that stay. */
  z.object({
    step: z.literal('done'),
    act: z.string().nullable(),
    event: z.string().nullable(),
    changed: z.number().int(),
    kept: z.number().int(),
  }),
]);
export type StepProgress = z.infer<typeof stepProgressSchema>;
