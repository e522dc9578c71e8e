// What is said of a restriction of a query that is not applied while the query is being typed: the sentences of the refusals,
// as far as they are true of a search that went on without it.
import { fill, type Language } from './message.ts';

const sentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'search.bad-date': {
    ar: 'لم يُفهم {piece} تاريخًا، فلم يُطبَّق هذا القيد. أمثلة: 2013 أو 2013-05..2014 أو رجب 1434 أو 1434هـ.',
    en: '{piece} could not be read as a date, and is not applied. Examples: 2013, 2013-05..2014, رجب 1434, 1434هـ.',
  },
  'search.bad-value': {
    ar: 'لا يعرف الحقل {field} القيمة {piece}، فلم يُطبَّق هذا القيد. المقبول: {allowed}.',
    en: 'The field {field} does not know {piece}, which is not applied. It takes {allowed}.',
  },
  'search.empty-field': {
    ar: 'لم تُكتب قيمة بعد {piece}، فلم يُطبَّق هذا القيد. اكتبها بعد النقطتين بلا مسافة.',
    en: 'There is nothing after {piece} yet, and it is not applied. Write the value after the colon, without a space.',
  },
};

/** Undefined for a code that is said of no restriction. */
export function passedOver(
  { code, params }: { code: string; params: Readonly<Record<string, unknown>> },
  language: Language,
): string | undefined {
  const template = Object.hasOwn(sentences, code) ? sentences[code]![language] : undefined;
  return template && fill(template, params);
}
