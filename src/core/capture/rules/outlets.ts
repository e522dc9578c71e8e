// Names that stand over a headline or beside a date and are no part of either. Data: compared folded.
/** A name begins with one of these: «صحيفة أم القرى». */
export const outletWords = ['صحيفة', 'جريدة', 'مجلة', 'وكالة', 'روزنامة', 'نشرة', 'شبكة', 'روزنامه', 'خبرگزاری'];

/** Names of newspapers that stand alone. */
export const outlets = [
  'الأهرام',
  'الشرق الأوسط',
  'القدس العربي',
  'الأخبار',
  'المصري اليوم',
  'اليوم السابع',
  'العربي الجديد',
  'الجزيرة نت',
  'رأي اليوم',
  'النهار',
  'السفير',
];

/** Signs of agencies, at the end of the line that a report is dated by. */
export const agencies = [
  [
    'واس',
    'وام',
    'بنا',
    'كونا',
    'قنا',
    'بترا',
    'سبأ',
    'وفا',
    'سانا',
    'سونا',
    'وات',
    'واج',
    'وأج',
    'و م ع',
    'واع',
    'نينا',
    'معا',
    'العمانية',
  ],
  [
    'أ ش أ',
    'أ ف ب',
    'ا ف ب',
    'أ ب',
    'د ب أ',
    'رويترز',
    'الأناضول',
    'شينخوا',
    'تاس',
    'سبوتنيك',
    'ارنا',
    'إرنا',
    'فارس',
    'وكالات',
    'يو بي آي',
  ],
  ['AFP', 'Reuters', 'AP', 'SPA', 'WAM', 'KUNA', 'QNA', 'MENA', 'IRNA', 'Xinhua'],
].flat();
