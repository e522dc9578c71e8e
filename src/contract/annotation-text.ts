// What an annotation says of its words, and the text that it is anchored in. Without schemas: threads that print load this.
import type { AnnotatedField, Annotation } from './annotation.ts';

/** What both selectors say of the stretch. */
export type AnchorParts = { start: number; end: number; exact: string; prefix: string; suffix: string };

export function anchorOf({ target }: Annotation): AnchorParts {
  const { start = -1, end = -1 } = target.selector.find((one) => one.type === 'TextPositionSelector') ?? {};
  const { exact = '', prefix = '', suffix = '' } = target.selector.find((one) => one.type === 'TextQuoteSelector') ?? {};
  return { start, end, exact, prefix, suffix };
}

/** The words of a note or a correction; empty for a highlight. */
export const wordsIn = ({ body }: Annotation): string => body?.value ?? '';

/** The text that an annotation of a field is anchored in. */
export const textOfField = (item: { title: string; body: readonly { text: string }[] }, field: AnnotatedField): string =>
  field === 'title' ? item.title : item.body.map(({ text }) => text).join('\n');
