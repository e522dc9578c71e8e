import type { StatedDate } from '#contract/item.ts';
import { formatDate } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';

/** Characters of a value that no screen was made for. */
const SHOWN = 240;

export const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** One value of a field in a person's words. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const s = useSettings();
  const w = useWords();
  if (isNothing(value)) return <i>{w.nothing}</i>;
  if (field.startsWith('dates.')) return <bdi>{formatDate(value as StatedDate, s)}</bdi>;
  if (field === 'state') return <bdi>{value === 'trashed' ? w.trash : w.active}</bdi>;
  if (field === 'language' && typeof value === 'string') return <bdi>{languageName(value, s.language)}</bdi>;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return <bdi>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</bdi>;
}

function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not a BCP 47 tag: shown as it was written.
    return tag;
  }
}
