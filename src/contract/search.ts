import * as z from 'zod';
import { failureSchema } from './failure.ts';
import { itemStates } from './item.ts';

/** What narrows a list, a search or an export. Years and dates are of the filing date (item.ts). */
export const filtersSchema = z.object({
  /** Every one of them, or what lies within it (hierarchy.ts). */
  tags: z.array(z.string()).optional(),
  sources: z.array(z.string()).optional(),
  years: z.array(z.number().int()).optional(),
  /** One of them, or what lies within it. */
  collections: z.array(z.string()).optional(),
  /** BCP 47 tags. */
  languages: z.array(z.string()).optional(),
  /** ISO dates, inclusive; a prefix (`2024`, `2024-05`) stands for the whole year or month. */
  from: z.string().optional(),
  to: z.string().optional(),
  state: z.enum(itemStates).optional(),
});
export type Filters = z.infer<typeof filtersSchema>;

export const sorts = ['newest', 'oldest', 'captured', 'first-captured', 'title', 'title-back', 'source', 'source-back'] as const;
export type ListSort = (typeof sorts)[number];
/** What is found may come in the order of how well it fits too. */
export const hitSorts = ['relevance', ...sorts] as const;
export type HitSort = (typeof hitSorts)[number];
/** Of a list, in which nothing fits better than another: what came in last stands first. */
export const listSort = (sort: HitSort): ListSort => (sort === 'relevance' ? 'captured' : sort);

/**
 * Whether the values beside those that are chosen are counted too: of a filter whose values are alternatives, each as though
 * none of that filter were chosen.
 */
const beside = z.boolean().default(false);

export const listQuerySchema = filtersSchema.extend({
  sort: z.enum(sorts).default('captured'),
  limit: z.number().int().min(0).max(100_000).default(50),
  offset: z.number().int().min(0).default(0),
  /** Counting them walks over the whole result; a first list does not wait for that. */
  facets: z.boolean().default(true),
  beside,
});
export type ListQuery = z.infer<typeof listQuerySchema>;

export const searchQuerySchema = filtersSchema.extend({
  query: z.string().max(10_000),
  exact: z.boolean().default(false),
  /** As-you-type: the last word also stands for its continuations. */
  prefix: z.boolean().default(false),
  /** What is found is the same in every order; what holds all the words comes before what holds some. */
  sort: z.enum(hitSorts).default('relevance'),
  beside,
  limit: z.number().int().min(0).max(10_000).default(50),
  offset: z.number().int().min(0).default(0),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

export const matchKinds = ['exact', 'folded', 'stem', 'fuzzy'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** `marks` are [start, end) UTF-16 offsets into `text`. */
export const markedTextSchema = z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) });
export type MarkedText = z.infer<typeof markedTextSchema>;

/** How one word of a query was met, where not letter for letter: as it was asked for, and as it stands in the article. */
export const reasonSchema = z.object({ asked: z.string(), found: z.string(), match: z.enum([...matchKinds, 'prefix']) });
export type Reason = z.infer<typeof reasonSchema>;

export const hitSchema = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string().nullable(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  tags: z.array(z.string()),
  collections: z.array(z.string()),
  creators: z.array(z.string()),
  language: z.string(),
  captured: z.string().nullable(),
  score: z.number(),
  match: z.enum(matchKinds),
  snippet: markedTextSchema,
  /** Of the title, as in a snippet. */
  titleMarks: markedTextSchema.shape.marks,
  /** Words that were met in another spelling or form, in the order of the query; those met as they were asked for are left out. */
  why: z.array(reasonSchema),
  /** Two values of a field wait for a decision. */
  conflicted: z.boolean(),
});
export type Hit = z.infer<typeof hitSchema>;

export const facetSchema = z.object({ value: z.string(), count: z.number() });
const values = z.array(facetSchema);
/** A tag or a collection counts for all that it lies within too. `state` is counted as though none were asked for. */
export const facetsSchema = z.object({
  tag: values,
  source: values,
  year: values,
  month: values,
  collection: values,
  language: values,
  state: values,
});
export type Facets = z.infer<typeof facetsSchema>;

export const searchAnswerSchema = z.object({
  total: z.number(),
  tookMs: z.number(),
  hits: z.array(hitSchema),
  facets: facetsSchema,
  /** Articles that hold only some of the words are among them: too few hold all, or the query asks in many words. */
  relaxed: z.boolean(),
  /** The query as it was perhaps meant, when little was found. */
  suggestion: z.string().optional(),
  /** What was searched for in place of the query: the same keys in the other keyboard layout. */
  readAs: z.string().optional(),
  /** The query in plain words, when it is more than words in a row; each date in it is ISO between LRI and PDI. */
  understood: z.object({ ar: z.string(), en: z.string() }).optional(),
  /** As-you-type: restrictions to a field that are not applied, for they are not understood or have no value yet. */
  passedOver: z.array(failureSchema).optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** What names an article in a list of a few. */
export const articleRefSchema = hitSchema.pick({ id: true, title: true, source: true, published: true, updated: true });
export type ArticleRef = z.infer<typeof articleRefSchema>;

/** Articles on the same matter, most alike first, without copies of it or of each other; and the copies of it among them. */
export const similarSchema = z.object({
  articles: z.array(articleRefSchema),
  /** `similarity`: the share of three-word runs that both have, 0–1. */
  copies: z.array(articleRefSchema.extend({ similarity: z.number() })),
});
export type Similar = z.infer<typeof similarSchema>;

/** Words of an article that may be its tags, best first. `count`: articles that bear such a tag; then it is in the tag's own spelling. */
export const keywordsSchema = z.object({ keywords: z.array(z.object({ tag: z.string(), count: z.number().int() })) });
export type Keywords = z.infer<typeof keywordsSchema>;

export const tagCountSchema = z.object({ tag: z.string(), count: z.number().int() });
/** Tags that may be one, the most used first: they differ in `spelling` alone, or in the `form` of the words (article, number). */
export const tagTwinsSchema = z.object({ tags: z.array(tagCountSchema), by: z.enum(['spelling', 'form']) });
export type TagTwins = z.infer<typeof tagTwinsSchema>;
