// The names of fields and of what an article may have, in English and Arabic. Spellings are compared folded, without ال.
import { foldWord } from '../../arabic/fold.ts';

/** Fields of running text, searched by words. */
export const textFields = ['title', 'body', 'notes'] as const;
/** Fields that hold names, compared whole. */
export const valueFields = ['source', 'tag', 'author', 'collection', 'language'] as const;
export const hasValues = ['original', 'date', 'source', 'author', 'tags', 'notes', 'collection', 'url', 'conflict'] as const;

export type TextField = (typeof textFields)[number];
export type ValueField = (typeof valueFields)[number];
export type HasValue = (typeof hasValues)[number];
export type QueryField = TextField | ValueField | 'date' | 'has';

export const isTextField = (field: QueryField): field is TextField => (textFields as readonly string[]).includes(field);
export const isValueField = (field: QueryField): field is ValueField => (valueFields as readonly string[]).includes(field);

const fieldNames: Record<QueryField, readonly string[]> = {
  title: ['title', 'عنوان'],
  body: ['body', 'text', 'نص', 'متن'],
  notes: ['notes', 'note', 'ملاحظات', 'ملاحظة'],
  source: ['source', 'publisher', 'مصدر', 'ناشر'],
  tag: ['tag', 'tags', 'وسم', 'وسوم'],
  author: ['author', 'authors', 'creator', 'كاتب', 'مؤلف'],
  collection: ['collection', 'مجموعة', 'مجموعات'],
  language: ['language', 'lang', 'لغة'],
  date: ['date', 'published', 'تاريخ'],
  has: ['has', 'فيه'],
};

const hasNames: Record<HasValue, readonly string[]> = {
  original: ['original', 'file', 'أصل', 'ملف'],
  date: ['date', 'تاريخ'],
  source: ['source', 'مصدر'],
  author: ['author', 'authors', 'creator', 'كاتب', 'مؤلف'],
  tags: ['tags', 'tag', 'وسم', 'وسوم'],
  notes: ['notes', 'note', 'ملاحظات', 'ملاحظة'],
  collection: ['collection', 'collections', 'مجموعة', 'مجموعات'],
  url: ['url', 'link', 'رابط'],
  conflict: ['conflict', 'conflicts', 'تعارض', 'تعارضات'],
};

const plainName = (name: string): string => foldWord(name.trim()).replace(/^ال(?=..)/u, '');
const lookUp = <K extends string>(names: Record<K, readonly string[]>): ReadonlyMap<string, K> =>
  new Map((Object.keys(names) as K[]).flatMap((key) => names[key].map((name) => [plainName(name), key] as const)));

const byFieldName = lookUp(fieldNames);
const byHasName = lookUp(hasNames);

export const fieldOf = (name: string): QueryField | undefined => byFieldName.get(plainName(name));
export const hasValueOf = (name: string): HasValue | undefined => byHasName.get(plainName(name));

/** What may follow `has:`, for the sentence of a failure. */
export const hasChoices = hasValues
  .map((value) => `${value} ${hasNames[value].find((name) => /\p{Script=Arabic}/u.test(name))}`)
  .join(' | ');
