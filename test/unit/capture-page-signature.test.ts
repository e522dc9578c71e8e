// Who a page is by, where its head does not say.
import { expect, test } from 'vitest';
import { readPage } from '../../src/core/capture/formats/html.ts';
import { parsePage } from '../../src/core/capture/markup/dom.ts';
import { signedBy, siteOf } from '../../src/core/capture/markup/page-signature.ts';

const page = (title: string, body: string) => parsePage(`<html><head><title>${title}</title></head><body>${body}</body></html>`);

test('the name of the site: beside the headline, and in the line of rights', () => {
  const rights = '<footer>جميع الحقوق محفوظة © صحيفة المثال 2023</footer>';
  for (const title of ['خبر اليوم | صحيفة المثال', 'صحيفة المثال - خبر اليوم', 'خبر اليوم » سياسة » صحيفة المثال'])
    expect(siteOf(page(title, `<p>نص</p>${rights}`), 'خبر اليوم')).toBe('صحيفة المثال');
  // A section, or a page that names nobody.
  expect(siteOf(page('خبر اليوم | سياسة', rights), 'خبر اليوم')).toBeUndefined();
  expect(siteOf(page('خبر اليوم | صحيفة المثال', '<p>نص</p>'), 'خبر اليوم')).toBeUndefined();
  expect(siteOf(page('خبر اليوم', rights), 'خبر اليوم')).toBeUndefined();
});

test('the author: one name in its place, without the word before it', () => {
  expect(signedBy(page('خبر', '<span class="author">كتب: سامي الحداد</span><p>نص</p>'))).toBe('سامي الحداد');
  expect(signedBy(page('خبر', '<a rel="author">سامي الحداد</a><div class="byline">بقلم سامي الحداد</div>'))).toBe('سامي الحداد');
  expect(signedBy(page('خبر', '<span class="author">سامي</span><span class="author">ليلى</span>'))).toBeUndefined();
  expect(signedBy(page('خبر', '<div class="author">نص طويل عن الكاتب وحياته ومؤلفاته وجوائزه كلها</div>'))).toBeUndefined();
  expect(signedBy(page('خبر', '<div class="byline">15 مارس 2023</div>'))).toBeUndefined();
});

const prose = 'أعلنت الوزارة أمس أن الموازنة الجديدة ستعرض على البرلمان في الأسبوع المقبل، وأن العجز المتوقع لن يتجاوز ما كان. '.repeat(3);
const beside = (...lines: string[]) =>
  readPage(
    `<html><head><title>موازنة العام الجديد</title></head><body><div><a href=1>وطني</a></div><div><h1>موازنة العام الجديد</h1>
    ${lines.map((line) => `<div>${line}</div>`).join('')}<div><p>${prose}</p><p>${prose}</p><p>${prose}</p></div></div></body></html>`,
  );

test.each([
  ['نُشر في: 12 جانفي 2022 على الساعة 14:05', '12 جانفي 2022'],
  ['نشر بتاريخ 5 جويلية 2021 على 11:22', '5 جويلية 2021'],
  ['نشر يوم الاثنين 4 مارس 2019 على الساعة 12:00 زوالا', 'يوم الاثنين 4 مارس 2019'],
  ['أُضيف بتاريخ: 4-5-2024', '4-5-2024'],
  ['الرباط - الخميس 15 غشت 2019', 'الخميس 15 غشت 2019'],
  ['الجزائر، 5 أوت 2020', '5 أوت 2020'],
  ['كتب: سامي الحداد — السبت 4 مايو 2024', 'السبت 4 مايو 2024'],
])('beside the headline, «%s» dates the page', (line, published) => {
  expect(beside(line).published).toBe(published);
  expect(beside(line).body).toHaveLength(3);
  expect(beside(`${line} وصل الوفد`).published).toBeUndefined();
});

test.each(['بقلم: سامي الحداد', 'كتب: سامي الحداد', 'مراسلنا: سامي الحداد', 'كتب: سامي الحداد — السبت 4 مايو 2024'])(
  'beside the headline, «%s» signs the page',
  (line) => {
    expect(beside('4 مايو 2024', line).creators).toEqual(['سامي الحداد']);
    expect(beside(line, 'بقلم: ليلى حداد').creators).toEqual([]);
  },
);
