// The language of an article by what is said of it and by its letters, which contradict each other often. BCP 47. Pure.
import { tagOfLanguage } from './language-named.ts';
import { languageOf } from './language.ts';

/** Of more words than these the letters tell; fewer may be a title in another's letters. */
const FEW_WORDS = 100;

/** Several, none, unknown, without a code (ISO 639-2). */
const none = new Set(['mul', 'zxx', 'und', 'mis']);

/** Spoken varieties (ISO 639-3) are Arabic here: its letters, its signs, its order. */
const varieties = new Set(
  'aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp pga shu ssh'.split(' '),
);

/** `ara`, `fas` and `per` of ISO 639-2, «Arabic», `en-US`: the language alone; undefined for what names none. */
export function statedLanguage(stated: string | undefined): string | undefined {
  const said = stated?.trim().toLocaleLowerCase() ?? '';
  const name = tagOfLanguage(said);
  if (name !== undefined) return name;
  const code = /^(?:[a-z]{2,3})(?=$|[-_])/.exec(said)?.[0];
  const [language] = code === undefined ? [] : Intl.getCanonicalLocales(code)[0]!.split('-');
  if (language === undefined || none.has(language)) return undefined;
  return varieties.has(language) ? 'ar' : language;
}

const scriptOf = (language: string): string | undefined => new Intl.Locale(language).maximize().script;

export const isInArabicLetters = (language: string): boolean => scriptOf(language) === 'Arab';

/** Of those in Arabic letters, which a text of some length tells by them. */
const lettered = new Set(['ar', 'fa', 'ur']);

/**
 * What letters cannot tell is believed: which language of Latin letters, a few words without پ or ٹ. `record` is a library's:
 * its Latin letters may be a transliteration. Arabic letters are none of English, and Persian ones none of Arabic.
 */
export function languageBy(words: string, stated: string | undefined, record = false): string {
  const told = languageOf(words);
  const said = statedLanguage(stated);
  if (said === undefined || said === told) return told;
  if (told === 'und') return said;
  const few = words.split(/\s+/u, FEW_WORDS + 1).length <= FEW_WORDS;
  const [own, other] = [scriptOf(told), scriptOf(said)];
  if (own === 'Latn') return other === own || (few && record) ? said : told;
  return own === other && (few ? said !== 'ar' : !lettered.has(said)) ? said : told;
}
