// The names of the fields of a query and of what an article may have, in English and Arabic: the one place where they are declared.

/** Fields of running text, searched by words. */
export const textFields = ['title', 'body', 'notes'] as const;
/** Fields that hold names, compared whole. */
export const valueFields = ['source', 'tag', 'author', 'collection', 'language'] as const;
export const hasValues = ['original', 'date', 'source', 'author', 'tags', 'notes', 'collection', 'url', 'conflict', 'annotations'] as const;

export type TextField = (typeof textFields)[number];
export type ValueField = (typeof valueFields)[number];
export type HasValue = (typeof hasValues)[number];
export type QueryField = TextField | ValueField | 'date' | 'has';

export const fieldNames: Record<QueryField, readonly string[]> = {
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

export const hasNames: Record<HasValue, readonly string[]> = {
  original: ['original', 'file', 'أصل', 'ملف'],
  date: ['date', 'تاريخ'],
  source: ['source', 'مصدر'],
  author: ['author', 'authors', 'creator', 'كاتب', 'مؤلف'],
  tags: ['tags', 'tag', 'وسم', 'وسوم'],
  notes: ['notes', 'note', 'ملاحظات', 'ملاحظة'],
  collection: ['collection', 'collections', 'مجموعة', 'مجموعات'],
  url: ['url', 'link', 'رابط'],
  conflict: ['conflict', 'conflicts', 'تعارض', 'تعارضات'],
  annotations: ['annotations', 'annotation', 'highlights', 'تعليق', 'تعليقات', 'تظليل'],
};
