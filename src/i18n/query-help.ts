// The search language, an example a line: help shows them, and a test reads each as a query.

export type QueryExample = { readonly write: readonly string[]; readonly ar: string; readonly en: string };

export const queryExamples: readonly QueryExample[] = [
  { write: ['كتاب قلم'], ar: 'الكلمتين معًا، بأي رسم وأي صيغة', en: 'both words, in any spelling and any form' },
  { write: ['كتاب أو قلم', 'كتاب OR قلم'], ar: 'إحداهما', en: 'either' },
  { write: ['كتاب -قلم', 'كتاب ليس قلم'], ar: 'الأولى بلا الثانية', en: 'the first without the second' },
  { write: ['كتاب (قلم أو دفتر)'], ar: 'الأقواس تجمع', en: 'brackets group' },
  { write: ['"قائد الثورة"'], ar: 'الكلمات متتالية', en: 'the words in a row' },
  { write: ['"قائد الثورة"~5'], ar: 'متقاربة، بينها خمس كلمات على الأكثر', en: 'near each other, at most five words between them' },
  { write: ['=على'], ar: 'بهذا الرسم تمامًا', en: 'in this very spelling' },
  { write: ['= على الأرض'], ar: 'كل الكلمات بهذا الرسم تمامًا', en: 'every word in this very spelling' },
  { write: ['كتا*'], ar: 'ما يبدأ به', en: 'what begins so' },
  { write: ['بوتن~'], ar: 'مع أخطاء في الكتابة', en: 'with letters mistyped' },
  { write: ['تاريخ:2013..2014', 'date:>2013-05'], ar: 'بين تاريخين، أو بعد تاريخ', en: 'between two dates, or after one' },
];
