// The tag of a language that a person calls by its name, in Arabic or in English.
import { isLanguageTag } from './language-tag.ts';

/** Those that the press of the region is written in, and those it translates from. */
const known =
  'ar fa ur en fr de es it pt ru tr ku ckb ps he id ms sw so am kab zgh syr zh ja ko hi bn pa sd ug uz kk az tg nl sv el hy'.split(' ');
/** Beside the names of the CLDR. */
const others: Readonly<Record<string, string>> = { انكليزي: 'en', اردو: 'ur', اردي: 'ur', دري: 'fa', امازيغي: 'zgh', كردي: 'ku' };

/** «اللغة العربية», «العربية» and «عربي» are one. */
const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[إأآ]/gu, 'ا')
    .replace(/^اللغة\s+/u, '')
    .replace(/^ال/u, '')
    .replace(/ة$/u, '')
    .trim();

let names: ReadonlyMap<string, string> | undefined;

function namesOf(): ReadonlyMap<string, string> {
  const all = new Map(Object.entries(others).map(([name, tag]) => [bare(name), tag]));
  for (const language of ['en', 'ar']) {
    const display = new Intl.DisplayNames(language, { type: 'language' });
    for (const tag of known) all.set(bare(display.of(tag) ?? tag), tag);
  }
  return all;
}

/** A tag as it is, else that of the language with this name; undefined when there is none. */
export function languageNamed(text: string): string | undefined {
  if (text.length > 60) return isLanguageTag(text) ? text : undefined;
  names ??= namesOf();
  return names.get(bare(text)) ?? (isLanguageTag(text) ? text : undefined);
}
