// A whole page printed as text: the article is found in it, and a text that is no page is left as it is.
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/core/capture/formats/text.ts';

const headline = 'وزارة المياه تعلن خطة لترميم القنوات القديمة في الواحات';
const paragraphs = [
  'أعلنت وزارة المياه صباح اليوم خطة من ثلاث مراحل لترميم القنوات القديمة في الواحات، تبدأ في الخريف المقبل، وتشمل تنظيف المجاري وتبطينها وتدريب أهل القرى على صيانتها.',
  'وقال مدير المشروع إن القنوات التي حُفرت قبل قرون ما زالت تسقي مئات البساتين، غير أن كثيرا منها انطمر بالرمل، وإن ترميمها أقل كلفة من حفر آبار جديدة.',
  'وتتوقع الوزارة أن تنتهي المرحلة الأولى خلال عامين.',
];
const menu = ['• الرئيسية', '• أخبار محلية', '• اقتصاد', '□ أسواق النخيل', '• رياضة', '• دفتر القرية', '• اتصل بنا'];
const related = ['افتتاح معرض التمور في دورته العاشرة', 'الأرصاد تتوقع أمطارا متفرقة على السواحل الشمالية'];
const tail = ['شارك الخبر', '[ ]', '[إرسال]', 'اخترنا لكم', ...related.flatMap((one) => [one, '', one, '']), 'من نحن', '© صوت الواحة'];

const read = (...lines: string[]) => readText(lines.join('\n'));
const bodyOf = (article: ReturnType<typeof readText>): string[] => article.body.map((block) => block.text);

describe('a page with menus above and links below', () => {
  const page = ['[logo]', '[ ] بحث', ...menu, '', ...related, '', headline, '', 'الأحد 12 مايو 2024 - 10:30 ص', ...paragraphs, ...tail];

  test('title, date and paragraphs are found', () => {
    const article = read(...page);
    expect(article).toMatchObject({ title: headline, titleDerived: false, dates: { published: { value: '2024-05-12' } } });
    expect(bodyOf(article)).toEqual(paragraphs);
  });

  test('every line is in the article or among the removed', () => {
    const article = read(...page);
    const kept = [article.title, ...bodyOf(article), ...article.provenance.removed.map((one) => one.text)];
    expect(kept.sort()).toEqual(page.filter((line) => line !== '').sort());
  });

  test('a menu in one line is as good as one of many, and readers’ comments are no article', () => {
    const row = 'الرئيسية | سياسة | مجتمع | اقتصاد';
    const page = ['صوت الواحة جريدة إلكترونية مستقلة', row, headline, 'الخميس 15 غشت 2019 - 12:00', ...paragraphs];
    const article = read(...page, 'تعليقات الزوار', '1 - سالم', 'وفقكم الله');
    expect(article).toMatchObject({ title: headline, dates: { published: { value: '2019-08-15' } } });
    expect(bodyOf(article)).toEqual(paragraphs);
  });

  test('a paragraph above the headline is kept', () => {
    const lead = `تمهيد من المحرر، ${paragraphs[0]}`;
    expect(bodyOf(read(lead, ...page))).toContain(lead);
  });

  test('a headline printed again, captions printed twice and buttons are not the body', () => {
    const caption = 'قناة قديمة في الواحة';
    const head = [headline, '', 'نشر في: 12/5/2024', caption, caption, '[img_0042]', headline, 'استمع'];
    const article = read(...menu, '', ...head, ...paragraphs, ...tail);
    expect(article).toMatchObject({ title: headline, dates: { published: { value: '2024-05-12' } } });
    expect(bodyOf(article)).toEqual(paragraphs);
  });

  test('the path names the headline among other lines over the text', () => {
    const poll = 'هل تؤيد إغلاق الطريق القديم أمام الشاحنات الكبيرة؟';
    const article = read(
      ...menu,
      '',
      '• الرئيسية',
      '• أخبار محلية',
      '',
      headline,
      '',
      poll,
      '',
      'بقلم: ليلى العمري',
      '',
      ...paragraphs,
      ...tail,
    );
    expect(article).toMatchObject({ title: headline, creators: ['ليلى العمري'] });
    expect(bodyOf(article)).toEqual([poll, ...paragraphs]);
  });

  test('a date over the headline; not one far above it', () => {
    const masthead = 'الثلاثاء 14 مايو 2024';
    expect(read(masthead, ...menu, '12 / 5 / 2024', headline, ...paragraphs).dates.published?.value).toBe('2024-05-12');
    expect(read(masthead, ...menu, headline, ...paragraphs).dates).toEqual({});
  });

  test('an interviewer is named over the text, not in it', () => {
    const article = read(...menu, headline, 'حوار: سلمى الكاتب', ...paragraphs.slice(0, 2), 'حوار: لا خصام', paragraphs[2]!, ...tail);
    expect(article.creators).toEqual(['سلمى الكاتب']);
    expect(bodyOf(article)).toContain('حوار: لا خصام');
  });
});

/** As a text browser of 80 columns prints it. */
const wrap = (text: string): string[] => text.match(/.{1,79}(?:\s|$)/gu)!.map((line) => line.trim());

test('a page broken at one width', () => {
  const article = read(...menu, '', headline, '', ...paragraphs.flatMap((one) => [...wrap(one), '']), ...tail);
  expect(article.title).toBe(headline);
  expect(bodyOf(article).join(' ')).toBe(paragraphs.join(' '));
});

test('whole sentences make an article without a long paragraph', () => {
  const short = Array.from({ length: 6 }, (_, i) => `وقال الشاهد رقم ${i + 1} إن الماء عاد إلى القناة.`);
  expect(read(...menu, '', headline, '', ...short, ...tail)).toMatchObject({ title: headline, body: short.map((text) => ({ text })) });
});

describe('an article first, links below', () => {
  test('what only a site prints ends it; a short last paragraph does not', () => {
    const article = read(headline, '', ...paragraphs, '(وكالات)', ...tail);
    expect(article.title).toBe(headline);
    expect(bodyOf(article)).toEqual([...paragraphs, '(وكالات)']);
  });

  test('lists and subheads between paragraphs stay', () => {
    const middle = ['مراحل الخطة', '• التنظيف', '• التبطين', '• التدريب', 'اقرأ أيضا', 'رياضة'];
    const article = read(headline, '', paragraphs[0]!, ...middle, paragraphs[1]!, paragraphs[2]!, ...tail);
    expect(bodyOf(article)).toEqual([paragraphs[0], ...middle.filter((line) => line !== 'اقرأ أيضا'), ...paragraphs.slice(1)]);
  });
});

describe('no page', () => {
  test('a book with contents and short chapters loses nothing', () => {
    const contents = Array.from({ length: 30 }, (_, i) => `الباب ${i + 1} في ذكر القناة ${i + 1}`);
    const lines = [
      'كتاب القنوات',
      ...contents,
      headline,
      ...paragraphs,
      'سياسة',
      'اقتصاد',
      'رياضة',
      ...contents.map((one) => `${one} وما جاورها`),
    ];
    expect(read(...lines).provenance.removed).toEqual([]);
  });

  test('an article that names sections in its headings keeps them', () => {
    const lines = [headline, ...['اقتصاد', 'ثقافة', 'رياضة'].flatMap((heading) => [heading, ...paragraphs])];
    expect(bodyOf(read(...lines))).toEqual(lines.slice(1));
  });
});
