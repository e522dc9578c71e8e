// Names of what a record is made of, and of what is done to it.
import type { FieldKey } from '#contract/fields.ts';
import type { Language } from './message.ts';

type Names<K extends string> = Record<K, { ar: string; en: string }>;

const fieldNames: Names<
  FieldKey | 'dates' | 'dates.captured' | 'body' | 'state' | 'files' | 'provenance' | 'titleDerived' | 'annotations' | 'conflicts'
> = {
  title: { ar: 'العنوان', en: 'Title' },
  source: { ar: 'المصدر', en: 'Source' },
  creators: { ar: 'الكتّاب', en: 'Authors' },
  url: { ar: 'الرابط', en: 'Address' },
  language: { ar: 'اللغة', en: 'Language' },
  dates: { ar: 'التواريخ', en: 'Dates' },
  'dates.published': { ar: 'تاريخ النشر', en: 'Published' },
  'dates.updated': { ar: 'آخر تحديث', en: 'Last updated' },
  'dates.event': { ar: 'تاريخ الحدث', en: 'Date of the event' },
  'dates.captured': { ar: 'تاريخ الإضافة', en: 'Added' },
  tags: { ar: 'الوسوم', en: 'Tags' },
  collections: { ar: 'المجموعات', en: 'Collections' },
  notes: { ar: 'الملاحظات', en: 'Notes' },
  body: { ar: 'النص', en: 'Text' },
  state: { ar: 'المكان', en: 'Place' },
  files: { ar: 'الملف الأصلي', en: 'Original file' },
  provenance: { ar: 'كيف قُرئ الأصل', en: 'How the original was read' },
  titleDerived: { ar: 'أصل العنوان', en: 'Origin of the title' },
  annotations: { ar: 'ما كُتب على النص', en: 'Written on the text' },
  conflicts: { ar: 'التعارضات', en: 'Conflicts' },
};

const actNames: Names<
  'capture' | 'edit' | 'annotate' | 'tag' | 'trash' | 'restore' | 'revert' | 'purge' | 'outside' | 'settings' | 'undo' | 'redo'
> = {
  capture: { ar: 'إضافة', en: 'Added' },
  edit: { ar: 'تحرير', en: 'Edited' },
  annotate: { ar: 'تعليق على النص', en: 'Text annotated' },
  tag: { ar: 'وسم', en: 'Tagged' },
  trash: { ar: 'حذف', en: 'Trashed' },
  restore: { ar: 'استعادة', en: 'Restored' },
  revert: { ar: 'رجوع', en: 'Reverted' },
  purge: { ar: 'حذف نهائي', en: 'Deleted for good' },
  outside: { ar: 'من خارج البرنامج', en: 'From outside' },
  settings: { ar: 'ترتيب', en: 'Arranged' },
  undo: { ar: 'تراجع', en: 'Undone' },
  redo: { ar: 'إعادة', en: 'Done again' },
};

const nameIn = (names: Names<string>, key: string, language: Language): string => (Object.hasOwn(names, key) ? names[key]![language] : key);

/** A field that another program wrote is called what it called it. */
export const fieldName = (key: string, language: Language): string => nameIn(fieldNames, key, language);
export const actName = (event: string, language: Language): string => nameIn(actNames, event, language);
