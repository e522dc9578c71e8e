import type { Settings } from '#contract/settings.ts';

/** What a language is called, by its BCP 47 tag; the tag itself when it has no name. */
export function languageName(tag: string, { language }: Settings): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
