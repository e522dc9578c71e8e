import type { StatedDate } from '#contract/item.ts';

/** The words that a source has for a date; undefined for none, and for a machine's (ISO 8601), which say no more than the value. */
export const statedWords = ({ stated }: StatedDate): string | undefined =>
  stated !== undefined && /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.,]+)?(?:Z|[+-]\d{2}:?\d{2})?$/.test(stated) ? undefined : stated;
