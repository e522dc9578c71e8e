// The sentence about characters that no face of a PDF has.
import type { MissingCharacter } from '#contract/contract.ts';
import { formatList } from './locale.ts';
import { fill, type Language } from './message.ts';

const SHOWN = 12;

const sentences = {
  ar: 'في النص أحرف لا يحويها خط الطباعة ولا الخطوط المرافقة له، وفي موضع كلٍّ منها مربّع فيه رقمها:',
  en: 'The text has characters that neither the typeface nor its companions have; a box with its code point stands in place of each:',
} as const;

/** Undefined when nothing is missing. Each character is isolated, so that none turns the sentence round. */
export function missingSentence(missing: readonly MissingCharacter[], language: Language): string | undefined {
  if (missing.length === 0) return undefined;
  const named = missing.slice(0, SHOWN).map((one) => fill('{of}', { of: `${one.character} (${one.codePoint}) ×${one.count}` }));
  const more = missing.length > SHOWN ? ' …' : '';
  return `${sentences[language]} ${formatList(named, { language })}${more}`;
}
