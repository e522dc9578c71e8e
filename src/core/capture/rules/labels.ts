// Words that pages print before a source, a date or an author. Data: compared folded, at the beginning of a line.
export const sourceLabels = ['المصدر', 'مصدر الخبر', 'نقلا عن', 'نقلًا عن', 'source'];
export const updateLabels = [
  'التحديث الاخير بتاريخ',
  'التحديث الاخير',
  'آخر تحديث بتاريخ',
  'آخر تحديث',
  'اخر تعديل',
  'تم التحديث',
  'حدث في',
  'last updated on',
  'last updated',
  'updated',
  'آخر تعديل',
  'تاريخ التحديث',
  'محدث',
];
export const publishedLabels = [
  'تاريخ النشر',
  'نشر بتاريخ',
  'نشر في',
  'تم النشر في',
  'تم النشر',
  'نشرت في',
  'تم نشره في',
  'تم نشره',
  'نشرت بتاريخ',
  'نشر',
  'أضيف',
  'حرر',
  'التاريخ',
  'تاریخ انتشار',
  'تاريخ الخبر',
  'published on',
  'published',
  'date',
];
export const authorLabels = ['بقلم', 'الكاتب', 'كاتب المقال', 'إعداد', 'تحرير', 'كتب', 'by', 'author'];
/** Labels that need no sign before a name, directly under the title. «كتب» is a verb too often. */
export const bylines = ['بقلم', 'by', 'written by'];
/** Labels of systems that print who put a text there, and when. */
export const signedLabels = [
  'نشر بواسطة',
  'نشرت بواسطة',
  'كتب بواسطة',
  'كتبت بواسطة',
  'أرسلت بواسطة',
  'مرسلة بواسطة',
  'أضيف بواسطة',
  'بواسطة',
  'بقلم',
  'كتبه',
  'كتبها',
  'posted by',
  'submitted by',
  'published by',
  'written by',
];
/** Labels that name an author over the text only, before a sign: in the text they introduce a list or a quotation. */
export const headLabels = [
  'حوار',
  'حاوره',
  'حاورته',
  'حاورها',
  'أجرى الحوار',
  'تقرير',
  'تحقيق',
  'كتبت',
  'الكاتبة',
  'المحرر',
  'المحررة',
  'مراسلنا',
  'مراسلتنا',
  'نشر بواسطة',
  'بواسطة',
  'أعده',
];
