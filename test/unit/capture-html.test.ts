// What of a saved page is the article, and that nothing of the page is ever run or fetched.
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/core/capture/formats/html.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';

const paragraph =
  'كتب المراسل أن المؤتمر انعقد في العاصمة أمس، وحضره عدد من الباحثين والصحفيين والكتاب، وناقشوا فيه أحوال الصحافة العربية ومستقبلها في البلاد.';
const page = (
  article: string,
  around = '',
  head = '',
): string => `<!doctype html><html lang="ar" dir="rtl"><head><title>عنوان المقال الطويل | الصحيفة</title>${head}</head>
<body><nav><ul><li><a href="/a">الرئيسية</a></li><li><a href="/b">سياسة</a></li></ul></nav>
<article><h1>عنوان المقال الطويل</h1>${article}<p>${paragraph}</p><p>${paragraph}</p></article>${around}</body></html>`;
const texts = (html: string): string[] => readPage(html).body.map((block) => block.text);

describe('the article', () => {
  test('its title, its date beside the headline, its body; what was left out is shown', () => {
    const draft = readPage(
      page(
        '<div>نشر في: السبت 4 مايو 2024</div>',
        '<div class="related"><h3>أخبار ذات صلة</h3><a href="/c">خبر آخر لا صلة له بالمقال</a></div>',
      ),
    );
    expect(draft.title).toBe('عنوان المقال الطويل');
    expect(draft.published).toContain('4 مايو 2024');
    expect(draft.body.map((block) => block.text)).toEqual([paragraph, paragraph]);
    expect(draft.removed!.map((one) => one.text)).toEqual(expect.arrayContaining(['الرئيسية', 'خبر آخر لا صلة له بالمقال']));
  });

  test('the structure of the body', () => {
    const draft = readPage(
      page(
        '<h2>فصل</h2><blockquote><p>قول مأثور</p></blockquote><ul><li>بند</li></ul><figure><img src="x"><figcaption>صورة</figcaption></figure>',
      ),
    );
    expect(draft.body.map((block) => block.kind)).toEqual(['heading', 'quote', 'list-item', 'caption', 'paragraph', 'paragraph']);
  });

  test('footnotes, by the marks that lead to them', () => {
    const notes =
      '<section><ol><li id="fn1">حاشية أولى للكلام <a href="#r1">↩</a></li><li id="fn2"><p>حاشية ثانية</p><p>وبقيتها</p></li></ol></section>';
    const text = `<p>كلام عليه حاشية<sup><a id="r1" href="#fn1">1</a></sup> ثم أخرى <a href="#fn2">[2]</a> ورابط إلى <a href="#top">الأعلى</a>.</p>`;
    const { body } = readPage(page(`${text}<p>${paragraph}</p>${notes}`));
    const marked = body.find(({ marks }) => marks)!;
    expect(marked.marks!.map(({ start, end, note }) => [marked.text.slice(start, end), note])).toEqual([
      ['1', 'fn1'],
      ['[2]', 'fn2'],
    ]);
    expect(body.filter(({ note }) => note).map(({ note, text: words }) => [note, words.slice(0, 11)])).toEqual([
      ['fn1', 'حاشية أولى '],
      ['fn2', 'حاشية ثانية'],
      ['fn2', 'وبقيتها'],
    ]);
  });

  test('rows of a table, and which of them names the columns', () => {
    const table = (head: string) => `<table>${head}<tr><th>مصر</th><td>١٠٩</td></tr><tr><td>تونس</td><td>١٢</td></tr></table>`;
    const [first, second] = ['<tr><th>الدولة</th><th>السكان</th></tr>', '<thead><tr><td>الدولة</td><td>السكان</td></tr></thead>'].map(
      (head) => readPage(page(table(head))).body.filter(({ cells }) => cells),
    );
    expect(first).toEqual(second);
    expect(first!.map(({ cells, header }) => [cells![0], header])).toEqual([
      ['الدولة', true],
      ['مصر', undefined],
      ['تونس', undefined],
    ]);
  });

  test('links by their place, of the web only', () => {
    const [block] = readPage(
      page(`<p>${paragraph} <a href="https://example.org/">مصدر</a> و<a href="javascript:alert(1)">فخ</a></p>`),
    ).body;
    expect(block!.links).toHaveLength(1);
    expect(block!.text.slice(block!.links![0]!.start, block!.links![0]!.end)).toBe('مصدر');
  });

  test('what the page says of itself', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'عنوان المقال الطويل',
      datePublished: '2024-05-04T10:00:00+03:00',
      author: { name: 'كاتب' },
      publisher: { name: 'الصحيفة' },
    };
    const head = `<link rel="canonical" href="https://example.org/1"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(readPage(page('', '', head))).toMatchObject({
      creators: ['كاتب'],
      source: 'الصحيفة',
      url: 'https://example.org/1',
      published: '2024-05-04T10:00:00+03:00',
    });
    expect(readPage(page('', '', '<script type="application/ld+json">{broken</script>')).title).toBe('عنوان المقال الطويل');
  });

  test('what the page says in references of HTML, once more than they are read, is words', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'المنشد لـ&quot;سبق&quot;',
      author: { name: 'مريم &amp;amp; سعيد' },
      publisher: { name: 'الأيام &#8211; الجزائر' },
      url: 'https://example.org/?a=1&copy=2',
    };
    const head = `<meta property="og:title" content="المنشد لـ&amp;laquo;سبق&amp;raquo;"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const html = `<!doctype html><html><head>${head}</head><body><p>${paragraph}</p></body></html>`;
    expect(readPage(html)).toMatchObject({
      title: 'المنشد لـ"سبق"',
      creators: ['مريم & سعيد'],
      source: 'الأيام – الجزائر',
      url: 'https://example.org/?a=1&copy=2',
    });
    const plain = html.replace(/<script.*<\/script>/u, '');
    expect(readPage(plain).title).toBe('المنشد لـ«سبق»');
  });

  test('SingleFile names the page and the day', () => {
    const note =
      '<!--\n Page saved with SingleFile \n url: https://example.org/1 \n saved date: Sat May 04 2024 10:00:00 GMT+0000 (UTC)\n-->';
    expect(readPage(page('').replace('<html', `<html`).replace('<head>', `${note}<head>`))).toMatchObject({
      url: 'https://example.org/1',
      captured: '2024-05-04T10:00:00.000Z',
    });
  });
});

describe('hostile pages', () => {
  test.each([
    '<script>window.PWNED=1</script>',
    '<svg onload="window.PWNED=1">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.PWNED=1&gt;">',
    '<iframe srcdoc="<script>parent.PWNED=1</script>"></iframe>',
    '<template><script>window.PWNED=1</script></template>',
    '<p hidden>window.PWNED=1</p><p style="display: none">window.PWNED=1</p>',
  ])('%s', (trap) => {
    const body = texts(page(trap)).join('\n');
    expect(body).toContain(paragraph);
    expect(body).not.toContain('PWNED');
  });

  test('depth and unclosed elements', () => {
    expect(texts(page(`${'<div>'.repeat(5000)}<p>${paragraph}</p>`)).filter((text) => text === paragraph).length).toBeGreaterThan(0);
    expect(texts(page('<b><i>'.repeat(3000))).join(' ')).toContain(paragraph);
  });

  test('a page that scripts would build says so', async () => {
    const bytes = new TextEncoder().encode(
      '<!doctype html><html><body><div id="root"></div><script>document.write("متن")</script></body></html>',
    );
    await expect(captureAll({ bytes, path: 'a.html' })).rejects.toMatchObject({ code: 'capture.no-text' });
  });
});

test('lists within lists without end are read whole, and in time', () => {
  const many = 16_000;
  const { body } = readPage(`<html><body><h1>عنوان</h1>${'<ul><li>نص'.repeat(many)}`);
  expect(body.filter(({ text }) => text === 'نص')).toHaveLength(many);
});
