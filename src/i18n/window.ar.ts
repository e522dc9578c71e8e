// The words of the window. Arabic is the source of truth: the English must have its shape.
import type { Forms } from './locale.ts';

export const windowAr = {
  name: 'ورّاق', skip: 'انتقل إلى القائمة', all: 'الكل', trash: 'المحذوفات', library: 'المكتبة', filters: 'التصفية', sources: 'المصدر', years: 'السنة',
  tags: 'الوسوم', search: 'ابحث في المقالات', clearSearch: 'امسح البحث', sort: 'الترتيب', newest: 'الأحدث', oldest: 'الأقدم', captured: 'آخر ما أُضيف', titleSort: 'العنوان', sourceSort: 'المصدر',
  import: 'استيراد', settings: 'الإعدادات', export: 'تصدير PDF', edit: 'تحرير', moveToTrash: 'نقل إلى المحذوفات', restore: 'استعادة', undo: 'تراجع',
  trashed: 'نُقل المقال إلى المحذوفات', restored: 'استُعيد المقال', saved: 'حُفظ', close: 'إغلاق', cancel: 'إلغاء', save: 'حفظ', loading: 'لحظة…',
  published: 'نُشر', updated: 'آخر تحديث', event: 'الحدث', addTag: 'أضف وسمًا', removeTag: 'أزل الوسم', noItems: 'الرفّ فارغ', noItemsHint: 'استورد مقالًا محفوظًا، أو أفلت ملفاته هنا.',
  noHits: 'لا شيء بهذا اللفظ', noHitsHint: 'جرّب لفظًا أقصر، أو أزل بعض المرشّحات.', pick: 'اختر مقالًا لتقرأه', provenance: 'الأصل', fileName: 'اسم الملف', digest: 'البصمة', encoding: 'الترميز', size: 'الحجم', removed: 'ما حُذف من زوائد الصفحة', download: 'تنزيل الأصل',
  dropHere: 'أفلت الملفات لاستيرادها', chooseFiles: 'اختر ملفات', chooseFolder: 'اختر مجلدًا', importHint: 'يبقى الأصل محفوظًا كما هو، ويُستخرج منه النص.', report: 'نتيجة الاستيراد', imported: 'أُضيف', duplicate: 'موجود من قبل', refused: 'تعذّر',
  pageSize: 'حجم الصفحة', digits: 'الأرقام', run: 'أنشئ الملف', preview: 'معاينة الصفحات', page: 'الصفحة', title: 'العنوان', source: 'المصدر', notes: 'ملاحظات',
  language: 'اللغة', theme: 'المظهر', system: 'حسب النظام', light: 'فاتح', dark: 'داكن', calendar: 'التقويم', gregorian: 'ميلادي', hijri: 'هجري (أم القرى)', arab: '١٢٣', latn: '123', notices: 'تنبيهات', progress: 'التقدّم',
  defect: 'حدث خلل لم نتوقعه. أرشيفك محفوظ؛ أعد المحاولة، وإن تكرر فاذكر هذا المرجع:',
  items: { zero: 'لا مقالات', one: 'مقال واحد', two: 'مقالان', few: '{n} مقالات', many: '{n} مقالًا', other: '{n} مقال' } as Forms,
  bytes: { zero: '{n} بايت', one: 'بايت واحد', two: 'بايتان', few: '{n} بايتات', many: '{n} بايتًا', other: '{n} بايت' } as Forms,
};
export type WindowWords = typeof windowAr;
