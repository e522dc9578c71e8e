// What of a page is the article: nothing is lost that is not shown as removed.
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/core/capture/formats/text.ts';

const long = 'كلمة '.repeat(24).trim();
const read = (...lines: string[]) => readText(lines.join('\n'));
const body = (...lines: string[]): string[] => read(...lines).body.map((block) => block.text);
const rules = (...lines: string[]): string[] => read(...lines).provenance.removed.map((one) => `${one.rule}: ${one.text}`);

describe('labels', () => {
  test.each(['نشر في 4 مايو 2024 تقرير جديد عن المياه.', 'Date palms - 4 May 2024 - were planted.', 'حدث في 4 مايو 2024 زلزال'])(
    '«%s» is a sentence',
    (sentence) => expect(body('عنوان', '', long, '', sentence)).toEqual([long, sentence]),
  );

  test.each([
    'نشر في 4 مايو 2024',
    'نشر في: السبت 4 مايو 2024 - 10:30 م',
    'تاريخ النشر: 2024-05-04 الساعة 10:30 بتوقيت غرينتش',
    'Published on 4 May 2024, 10:30 PM GMT',
  ])('«%s» is a date', (label) => {
    const article = read('عنوان', '', label, long);
    expect(article.dates.published?.value).toBe('2024-05-04');
    expect(article.provenance.removed).toMatchObject([{ text: label, rule: 'label-published' }]);
  });

  test('a label alone takes the next line', () => {
    const article = read('عنوان', '', long, '', 'المصدر:', 'وكالة الأنباء');
    expect(article).toMatchObject({ source: 'وكالة الأنباء', body: [{ text: long }] });
    expect(article.provenance.removed.map((one) => one.text)).toEqual(['المصدر:', 'وكالة الأنباء']);
    expect(body('عنوان', '', 'المصدر:', long)).toEqual(['المصدر:', long]);
    expect(body('عنوان', '', long, 'كتب:', 'لا تحزن')).toEqual([long, 'كتب:', 'لا تحزن']);
  });

  test('under the title an agency may be named before the date, a verse not', () => {
    for (const date of ['7-11-2023, 14:22', 'الثلاثاء - 24 شهر ربيع الثاني 1445 هـ - 07 نوفمبر 2023 مـ']) {
      const article = read('عنوان', 'وكالة الأنباء', date, long);
      expect(article.dates.published?.value).toBe('2023-11-07');
      expect(article.body.map(({ text }) => text)).toEqual(['وكالة الأنباء', long]);
      expect(read('عنوان', long, date, long).dates.published).toBeUndefined();
    }
  });

  test.each([
    'كتب: أحمد محمود | الثلاثاء 3 مارس 2020',
    'الكاتب: أحمد محمود، الثلاثاء 3 مارس 2020 الساعة 10:30 م',
    'By: أحمد محمود - 3 March 2020',
  ])('«%s» is a name and a date', (line) => {
    const article = read('عنوان المقال هنا', line, long);
    expect(article.creators).toEqual(['أحمد محمود']);
    expect(article.dates.published?.value).toBe('2020-03-03');
    expect(article.provenance.removed).toMatchObject([{ text: line, rule: 'label-author' }]);
  });

  test.each([
    ['المكلا: أحمد الجعيدي', ['أحمد الجعيدي']],
    ['أحمد الجعيدي: القاهرة', ['أحمد الجعيدي']],
    ['عبد الله الشهري - الرياض', ['عبد الله الشهري']],
    ['بلا كاتب', []],
    ['بدون كاتب', []],
    ['غير محدد', []],
    ['التحرير', []],
    ['تحرير السيد', ['تحرير السيد']],
    ['هيئة التحرير', ['هيئة التحرير']],
  ])('«كتب: %s» names whom it names', (said, creators) => {
    const article = read('عنوان المقال هنا', `كتب: ${said}`, long);
    expect(article).toMatchObject({ creators, body: [{ text: long }] });
  });

  test.each([
    'الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس',
    '\u200fأبها 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس\u200f \u200f',
    'القريات 10 أغسطس 2015 م (واس)',
    'نيويورك - 10 أغسطس 2015 (رويترز)',
    'القاهرة 10 أغسطس 2015 / أ ش أ /',
    'القاهرة في 10 أغسطس 2015',
  ])('«%s» dates a report', (line) => {
    for (const lines of [
      ['عنوان المقال هنا', line, long],
      [line, 'عنوان المقال هنا', long],
    ])
      expect(read(...lines)).toMatchObject({ dates: { published: { value: '2015-08-10' } }, creators: [], body: [{ text: long }] });
  });
  test.each(['زار الرئيس القاهرة في 10 أغسطس 2015 وفد رويترز', 'وصل القاهرة في 10 أغسطس 2015 وفد كبير'])('«%s» does not', (line) =>
    expect(body('عنوان المقال هنا', line, long)).toEqual([line, long]),
  );

  test('the name of a newspaper over a dated headline is its source', () => {
    const headline = 'أمير عسير يستقبل إدارة النادي الأدبي';
    for (const name of ['صحيفة أم القرى', 'جريدة الأهرام', 'الشرق الأوسط'])
      for (const date of ['الجمعة 10 أغسطس 2015', 'الرياض 10 أغسطس 2015 واس', 'نشر في 10 أغسطس 2015', 'كتب: أحمد محمود | 10 أغسطس 2015'])
        expect(read(name, '', headline, '', date, long)).toMatchObject({
          title: headline,
          source: name,
          dates: { published: { value: '2015-08-10' } },
          body: [{ text: long }],
        });
    for (const lines of [
      ['صحيفة أم القرى', 'أسستها الحكومة في مكة المكرمة', long],
      ['مجلة جديدة في القاهرة', '10 أغسطس 2015', long],
      ['عن القراءة', 'أحمد محمود السيد العربي', '10 أغسطس 2015', long],
    ])
      expect(read(...lines).title).toBe(lines[0]);
  });

  test('a byline stands without a sign directly under the title only', () => {
    expect(read('A title', 'By Jane Doe', '', long).creators).toEqual(['Jane Doe']);
    expect(read('عنوان', 'بقلم فلان الفلاني', '', long).creators).toEqual(['فلان الفلاني']);
    expect(body('A title', 'By the old river', long)).toEqual(['By the old river', long]);
    expect(body('عنوان', long, 'بقلم فلان الفلاني')).toEqual([long, 'بقلم فلان الفلاني']);
  });
});

describe('furniture', () => {
  test('short paragraphs after a link in mid-article stay; after the article they do not', () => {
    const lines = ['عنوان', '', long, long, 'اقرأ أيضا', 'فقرة قصيرة صادقة.', long];
    expect(body(...lines)).toEqual([long, long, 'فقرة قصيرة صادقة.', long]);
    expect(rules(...lines, 'خبر آخر')).toEqual(['ending: اقرأ أيضا', 'after-article: خبر آخر']);
    expect(rules('عنوان', '', long, long, 'اقرأ أيضا', 'خبر آخر')).toEqual(['ending: اقرأ أيضا', 'after-article: خبر آخر']);
  });

  test.each(['الرئيسية > أخبار > سياسة', 'Home / News', 'الرئيسية » المقالات'])('%s is a breadcrumb', (path) => {
    const article = read(path, 'عنوان', long);
    expect(article.title).toBe('عنوان');
    expect(article.provenance.removed).toMatchObject([{ text: path, rule: 'breadcrumb' }]);
  });

  test('a menu before the headline, seen in what was removed', () => {
    const menu = ['سياسة', 'اقتصاد', 'رياضة محلية'];
    const headline = 'المجلس يقر الموازنة العامة للعام الجديد';
    const article = read(...menu, headline, '', long);
    expect(article.title).toBe(headline);
    expect(article.provenance.removed).toMatchObject(menu.map((text) => ({ text, rule: 'menu' })));
  });

  test('a list of words goes on after one that ends articles elsewhere', () => {
    expect(body('كلمات', 'قلم', 'ورق', 'حبر', 'الوسوم', 'دواة', 'محبرة')).toEqual(['قلم', 'ورق', 'حبر', 'دواة', 'محبرة']);
  });

  test('short verses without long lines are no menu', () => {
    expect(rules('قفا نبك', 'من ذكرى', 'حبيب ومنزل', 'بسقط اللوى بين الدخول فحومل')).toEqual([]);
  });
});

describe('the title', () => {
  test.each(['هل تتغير المنطقة؟', 'عاجل!', 'وماذا بعد…', 'وماذا بعد...'])('%s', (title) =>
    expect(read(title, '', long)).toMatchObject({ title, titleDerived: false, body: [{ text: long }] }),
  );
  test.each([
    ['بيان صحفي من وزارة الثقافة. قالت الوزارة إن المعرض يفتح أبوابه يوم الأحد.', 'بيان صحفي من وزارة الثقافة'],
    ['هل انتهى العمل حقا؟ يقول الكاتب إن العمل لم ينته بعد في المدينة.', 'هل انتهى العمل حقا؟'],
    ['كلمة قصيرة. ثم كلام يطول حتى لا يتسع له عنوان واحد في السطر.', 'كلمة قصيرة. ثم كلام يطول حتى لا يتسع له عنوان واحد في …'],
    ['قال د. محمد علي أ. سعيد إن المعرض يفتح أبوابه يوم الأحد القادم.', 'قال د. محمد علي أ. سعيد إن المعرض يفتح أبوابه يوم الأحد …'],
    ['قال: «انتهى الأمر. لن نعود» ثم خرج من القاعة. وتابع.', 'قال: «انتهى الأمر. لن نعود» ثم خرج من القاعة'],
    ['ثم سكت الرجل... وعاد إلى بيته سالما.', 'ثم سكت الرجل... وعاد إلى بيته سالما.'],
  ])('«%s» begins with it', (text, title) => expect(read(text)).toMatchObject({ title, titleDerived: true, body: [{ text }] }));

  test('a sentence is no headline and stays in the body', () => {
    expect(read('وصل الوفد أمس.', long)).toMatchObject({ titleDerived: true, body: [{ text: 'وصل الوفد أمس.' }, { text: long }] });
  });
});

describe('paragraphs', () => {
  const wrapped = [
    'واثناء اللقاء الذي جرى يوم الثلاثاء اشار اوشاكوف الى مكانة ايران',
    'الدولية قائلا ان روسيا تدعم عملية تعزيز العلاقات الثنائية والاقليمية',
    'ومتعددة الاطراف بشكل استراتيجي مع ايران وكذلك قضية انضمام ايران.',
  ];
  test('lines broken at one width are one paragraph', () => {
    expect(body('عنوان', '', ...wrapped, '', ...wrapped)).toEqual([wrapped.join(' '), wrapped.join(' ')]);
  });
  test('fewer lines, lines apart and whole sentences stay as they are', () => {
    expect(body('عنوان', '', wrapped[0]!, wrapped[2]!)).toEqual([wrapped[0], wrapped[2]]);
    expect(body('عنوان', '', wrapped[0]!, '', wrapped[1]!, '', wrapped[2]!)).toEqual(wrapped);
    expect(body('عنوان', '', wrapped[2]!, wrapped[2]!, wrapped[2]!)).toEqual([wrapped[2], wrapped[2], wrapped[2]]);
  });
  test('lines with room for the next word were broken by their author', () => {
    const verses = [
      'رأى قضاؤك فينا رأي حكمته أكرم بوجهك من قاض ومنتقم',
      'فالطف لأجل رسول العالمين بنا ولا تزد قومه خسفا ولا تسم يا كريم',
      'يا رب أحسنت بدء المسلمين به فتمم الفضل وامنح حسن مختتم',
    ];
    expect(body('عنوان', '', ...verses)).toEqual(verses);
    const list = wrapped.map((line) => `• ${line}`);
    expect(body('عنوان', '', ...list)).toEqual(list);
  });
  test('the body keeps its signs; NUL and half characters cannot be kept', () => {
    expect(body('عنوان', '', 'ا\u001b[1mب\u0007', 'ا\0ب\ud800')).toEqual(['ا\u001b[1mب\u0007', 'ا\ufffdب\ufffd']);
  });
});

describe('verse', () => {
  const halves = [
    ['أعمى يقود بصيرا لا أبا لكم', 'قد ضل من كانت العميان تهديه'],
    ['إذا المرء لم يدنس من اللؤم عرضه', 'فكل رداء يرتديه جميل'],
    ['يا نفس لا تجزعي ولا تأسي', 'على الذي فات من أمسي'],
  ];
  test.each([' *** ', ' * ', ' ... ', ' … ', '***', ' # '])('with «%s» between its halves', (sign) => {
    const verses = halves.map((two) => two.join(sign));
    for (const lines of [
      ['في الحكمة', long, ...verses, long],
      ['في الحكمة', long, '', ...verses.flatMap((verse) => [verse, '']), long],
    ]) {
      const article = read(...lines);
      expect(article.body.map(({ kind }) => kind)).toEqual(['paragraph', 'verse', 'verse', 'verse', 'paragraph']);
      expect(article.body.slice(1, 4).map(({ text }) => text)).toEqual(verses);
    }
    // Without a title the first half names it, and no verse is lost.
    expect(read(...verses)).toMatchObject({
      title: halves[0]![0],
      titleDerived: true,
      body: verses.map((text) => ({ kind: 'verse', text })),
    });
  });

  test.each([
    ['قال الوزير ... ثم سكت الوزير', 'وعاد إلى بيته ... بعد يوم طويل'],
    ['* بند من القائمة', '* بند آخر من القائمة'],
    ['مدير * أحمد محمود السيد', 'كاتب * سعيد محمد علي'],
    ['The first part * the second part', 'Another first part * another second'],
    ['سطر واحد من الشعر *** وحده في الصفحة كلها', 'ثم كلام لا يشبهه.'],
  ])('«%s» is none', (...lines) => {
    expect(read('عنوان المقال', long, ...lines, long).body.map(({ kind }) => kind)).not.toContain('verse');
  });
});
