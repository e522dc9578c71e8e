// The words printed on an exported page.
export const printAr = {
  updated: 'آخر تحديث',
  published: 'نشر',
  author: 'الكاتب',
  authors: 'الكتّاب',
  source: 'المصدر',
  tags: 'الوسوم',
  digest: 'بصمة الأصل',
  notes: 'ملاحظات',
  picture: 'صورة',
  archive: 'وَرّاق',
  sic: '[كذا]',
  onTheText: 'ما كُتب على النص',
  orphan: 'لم يعد موضعه في النص',
  contents: 'المحتويات',
  volume: 'مجلد مقالات',
};
export type PrintLabels = typeof printAr;
