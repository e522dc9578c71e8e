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

/** What an act was, within a sentence about it. */
const actNouns: Names<keyof typeof actNames> = {
  capture: { ar: 'الإضافة', en: 'adding' },
  edit: { ar: 'التحرير', en: 'editing' },
  annotate: { ar: 'التعليق على النص', en: 'annotating' },
  tag: { ar: 'الوسم', en: 'tagging' },
  trash: { ar: 'النقل إلى المحذوفات', en: 'moving to the trash' },
  restore: { ar: 'الاستعادة', en: 'restoring' },
  revert: { ar: 'الرجوع إلى نسخة سابقة', en: 'going back to a revision' },
  purge: { ar: 'الحذف النهائي', en: 'deleting for good' },
  outside: { ar: 'ما جاء من خارج البرنامج', en: 'what came from outside' },
  settings: { ar: 'الترتيب', en: 'arranging' },
  undo: { ar: 'التراجع', en: 'undoing' },
  redo: { ar: 'الإعادة', en: 'doing again' },
};

const nameIn = (names: Names<string>, key: string, language: Language): string => (Object.hasOwn(names, key) ? names[key]![language] : key);

/** A field that another program wrote is called what it called it. */
export const fieldName = (key: string, language: Language): string => nameIn(fieldNames, key, language);
export const actNoun = (event: string, language: Language): string => nameIn(actNouns, event, language);
export const actName = (event: string, language: Language): string => nameIn(actNames, event, language);
