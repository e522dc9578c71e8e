// Who a page is by, where its head does not say.
import { expect, test } from 'vitest';
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
