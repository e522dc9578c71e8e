// The tag of a language that is called by its name, in Arabic, English, Persian or French.
import { isLanguageTag } from './language-tag.ts';

/** Those that the press of the region is written in, and those it translates from. */
const known =
  'ar fa ur en fr de es it pt ru tr ku ckb ps he id ms sw so am kab zgh syr zh ja ko hi bn pa sd ug uz kk az tg nl sv el hy'.split(' ');
/** Beside the names of the CLDR. */
const others: Readonly<Record<string, string>> = {
  farsi: 'fa',
  فرانسه: 'fr',
  'ottoman turkish': 'ota',
  عثماني: 'ota',
  انكليزي: 'en',
  اردو: 'ur',
  اردي: 'ur',
  دري: 'fa',
  امازيغي: 'zgh',
  كردي: 'ku',
};

/** «اللغة العربية», «العربية» and «عربي» are one. */
const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[إأآ]/gu, 'ا')
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
    .replace(/^اللغة\s+/u, '')
    .replace(/^ال/u, '')
    .replace(/ة$/u, '')
    .trim();

/** UTF-16 units of a name. */
const LONGEST = 40;
let names: ReadonlyMap<string, string> | undefined;

function namesOf(): ReadonlyMap<string, string> {
  const all = new Map(Object.entries(others).map(([name, tag]) => [bare(name), tag]));
  for (const language of ['fr', 'fa', 'en', 'ar']) {
    const display = new Intl.DisplayNames(language, { type: 'language' });
    for (const tag of known) all.set(bare(display.of(tag) ?? tag), tag);
  }
  return all;
}

/** The tag of the language with this name. */
export function tagOfLanguage(name: string): string | undefined {
  names ??= namesOf();
  return name.length > LONGEST ? undefined : names.get(bare(name));
}

/** That of the language with this name, or a tag as it is; undefined for neither. */
export const languageNamed = (text: string): string | undefined => tagOfLanguage(text) ?? (isLanguageTag(text) ? text : undefined);
