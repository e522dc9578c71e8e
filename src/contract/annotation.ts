// What a person writes on a stretch of an article's text, in the shape of the W3C Web Annotation Data Model: its motivation,
// a body of text, and a target with two selectors of the same stretch. The text itself is never changed by it.
import * as z from 'zod';

/** A highlight, a note, and a marked correction beside the faithful text: what printers write [sic]. */
export const motivations = ['highlighting', 'commenting', 'editing'] as const;
export type Motivation = (typeof motivations)[number];

export const annotationColours = ['yellow', 'green', 'blue', 'red', 'violet'] as const;
export type AnnotationColour = (typeof annotationColours)[number];

/** `body` is the text of the blocks, a block a line. */
export const annotatedFields = ['title', 'body'] as const;
export type AnnotatedField = (typeof annotatedFields)[number];

/** `start` and `end` are UTF-16 units of the field's text. */
export const positionSelectorSchema = z.looseObject({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export const quoteSelectorSchema = z.looseObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});

export const annotationSchema = z.looseObject({
  id: z.string(),
  motivation: z.enum(motivations),
  /** The words of a note, or the corrected reading; a plain highlight has none. */
  body: z.looseObject({ type: z.literal('TextualBody'), value: z.string() }).optional(),
  colour: z.enum(annotationColours).optional(),
  target: z.looseObject({
    field: z.enum(annotatedFields),
    selector: z.array(z.discriminatedUnion('type', [positionSelectorSchema, quoteSelectorSchema])),
  }),
  /** ISO 8601 UTC. */
  created: z.string(),
  modified: z.string().optional(),
});
export type Annotation = z.infer<typeof annotationSchema>;

export const newAnnotationSchema = z.object({
  id: z.string(),
  motivation: z.enum(motivations),
  field: z.enum(annotatedFields).default('body'),
  /** The stretch, in any spelling. */
  exact: z.string(),
  /** Where it begins; without it, the occurrence with the number `nth`, from 1. */
  start: z.number().int().nonnegative().optional(),
  nth: z.number().int().positive().default(1),
  /** A note or the corrected reading. */
  value: z.string().default(''),
  colour: z.enum(annotationColours).optional(),
  /** Refuse when the item has moved on since this revision was read. */
  revision: z.number().int().optional(),
});
export type NewAnnotation = z.infer<typeof newAnnotationSchema>;

/** How a marked correction is given out; without a choice with its mark. */
export const sicReadings = ['faithful', 'marked', 'corrected'] as const;
