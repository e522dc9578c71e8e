// What stands in the place of a name where nobody is named. Data: compared folded.
export const nobody = [
  'بلا كاتب',
  'بدون كاتب',
  'لا كاتب',
  'لا يوجد كاتب',
  'لا يوجد',
  'غير محدد',
  'غير معروف',
  'غير مذكور',
  'كاتب غير معروف',
  'كاتب غير محدد',
  'مؤلف غير معروف',
  'بدون مؤلف',
  'بلا مؤلف',
  'بدون اسم',
  'unknown',
  'unknown author',
  'no author',
  'not specified',
  'none',
  'null',
  'undefined',
  'n/a',
];

/** A page names its desk or its account so; in a library's record each may be an author. */
export const desks = ['التحرير', 'المحرر', 'محرر', 'الإدارة', 'مدير الموقع', 'admin', 'administrator', 'editor', 'webmaster'];
