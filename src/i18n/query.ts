// A query in plain words, for screen readers and for «why».
import type { Language } from './message.ts';

type Named = { ar: string; en: string };

/** `{x}` stands for what was typed. */
const phrases = {
  stem: { ar: 'أي صيغة من «{x}»', en: 'any form of “{x}”' },
  folded: { ar: '«{x}» بأي رسم', en: '“{x}” in any spelling' },
  exact: { ar: '«{x}» بهذا الرسم تمامًا', en: '“{x}” in this very spelling' },
  prefix: { ar: 'ما يبدأ بـ«{x}»', en: 'words that begin with “{x}”' },
  fuzzy: { ar: '«{x}» مع أخطاء في الكتابة (حتى {n})', en: '“{x}” with up to {n} letters mistyped' },
  near: { ar: 'كلمات «{x}» متقاربة (بينها حتى {n})', en: 'the words “{x}” near each other (up to {n} between)' },
  everything: { ar: 'كل المقالات', en: 'every article' },
  title: { ar: 'في العنوان', en: 'in the title' },
  body: { ar: 'في النص', en: 'in the text' },
  notes: { ar: 'في الملاحظات', en: 'in the notes' },
  source: { ar: 'المصدر «{x}»', en: 'source “{x}”' },
  tag: { ar: 'الوسم «{x}»', en: 'tag “{x}”' },
  author: { ar: 'الكاتب «{x}»', en: 'author “{x}”' },
  collection: { ar: 'المجموعة «{x}»', en: 'collection “{x}”' },
  language: { ar: 'اللغة «{x}»', en: 'language “{x}”' },
  between: { ar: 'من {from} إلى {to}', en: 'from {from} to {to}' },
  within: { ar: 'بتاريخ {from}', en: 'dated {from}' },
  since: { ar: 'منذ {from}', en: 'since {from}' },
  until: { ar: 'حتى {to}', en: 'until {to}' },
  'has.original': { ar: 'له ملف أصلي', en: 'has its original file' },
  'has.date': { ar: 'له تاريخ', en: 'has a date' },
  'has.source': { ar: 'له مصدر', en: 'has a source' },
  'has.author': { ar: 'له كاتب', en: 'has an author' },
  'has.tags': { ar: 'له وسوم', en: 'has tags' },
  'has.notes': { ar: 'له ملاحظات', en: 'has notes' },
  'has.collection': { ar: 'هو في مجموعة', en: 'is in a collection' },
  'has.url': { ar: 'له رابط', en: 'has an address' },
  'has.conflict': { ar: 'فيه تعارض', en: 'has a conflict' },
  'has.annotations': { ar: 'عليه تعليق', en: 'has annotations' },
  and: { ar: '، و', en: ' and ' },
  or: { ar: ' أو ', en: ' or ' },
  not: { ar: 'ليس: {x}', en: 'not: {x}' },
} as const satisfies Record<string, Named>;

export type QueryPhrase = keyof typeof phrases;

/** Fills the places; what was typed is isolated, for its direction is not known. */
export const queryPhrase = (key: QueryPhrase, language: Language, places: Readonly<Record<string, string | number>> = {}): string =>
  phrases[key][language].replace(/\{(\w+)\}/gu, (_, name: string) => `\u2068${places[name] ?? ''}\u2069`);
