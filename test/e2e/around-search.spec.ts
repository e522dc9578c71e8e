// Around search, as a person does it: why something was found, what is like it, what it may be tagged with, tags that are one,
// and copies of one report.
import { captureAr } from '../../src/i18n/capture.ar.ts';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test as base } from '../host.fixture.ts';
import { prepare } from '../support/prepared.ts';
import { seriousInEveryLook } from '../support/axe.ts';
import { choose } from '../support/choose.ts';
import { takeIn } from '../support/take-in.ts';

const report = [
  'وقّع وزير الثقافة في بغداد أمس اتفاقا لترميم المدرسة المستنصرية مع منظمة اليونسكو بحضور عدد من المهندسين.',
  'وتبلغ كلفة ترميم المدرسة المستنصرية خمسة ملايين دولار، ويستمر العمل في المدرسة المستنصرية ثلاث سنوات كاملة.',
  'وقال الوزير إن ترميم المباني القديمة واجب على الجميع، وإن الوزارة تعدّ قائمة بالمباني التي تحتاج إلى عناية عاجلة.',
];
const copy = [report[0], report[1]!.replace('خمسة ملايين دولار', 'ستة ملايين دولار'), report[2]];
const like = [
  'زار وفد من منظمة اليونسكو مدينة الموصل للاطلاع على ترميم الجامع النوري ومنارته الحدباء.',
  'ويشارك في ترميم الجامع مهندسون من بغداد كانوا قد عملوا في المدرسة المستنصرية من قبل.',
];
const other = ['سجّل المنتخب هدفين في الشوط الثاني وفاز بالمباراة أمام جمهور كبير في الملعب.', 'وتقام المباراة القادمة الأسبوع المقبل.'];
const textOf = (title: string, body: readonly (string | undefined)[]): string => `${title}\n\n${body.join('\n\n')}\n`;

type Prepared = { ids: string[]; run: ReturnType<typeof prepare>['run'] };
const test = base.extend<{ prepared: Prepared }>({
  // The archive is prepared before the host opens it.
  prepared: [
    async ({ home, archiveDir }, use) => {
      const { add, byHand, run } = prepare(home, archiveDir);
      const ids = [
        // By itself: identifiers of one millisecond come in any order, and the copy is to come after it.
        ...add(textOf('ترميم المدرسة المستنصرية', report)),
        ...add(textOf('اتفاق لترميم المستنصرية', copy), textOf('اليونسكو في الموصل', like), textOf('فوز المنتخب', other)),
      ];
      run('tag', 'add', 'ترميم', ids[2]!);
      run('tag', 'add', 'الثقافة', ids[0]!, ids[2]!);
      run('tag', 'add', 'ثقافه', ids[1]!);
      // Whichever is met first, the title has two values then.
      byHand(ids[2]!, (record) => ({ ...record, title: 'اليونسكو في نينوى' }), '.sync-conflict-1');
      byHand(ids[2]!, (record) => ({ ...record, title: 'اليونسكو في العراق' }));
      await use({ ids, run });
    },
    { auto: true },
  ],
});

test('a hit says why it was found and that it waits for a decision; a query says how it was understood', async ({ page }) => {
  test.slow();
  const box = page.getByRole('searchbox');
  const rows = page.locator('#list a');
  await box.fill('المهندسون');
  await expect(rows.filter({ hasText: 'اليونسكو في' })).toContainText(/«\u2068مهندسون\u2069» صيغة من «\u2068المهندسون\u2069»/u);
  // Of a title whole lines are shown, in either density: no slice of one that has no room, and none that is cut through.
  const cut = () =>
    page.locator('#list strong').evaluateAll(
      (all) =>
        all.filter((one) => {
          const { lineHeight, paddingTop } = getComputedStyle(one);
          const lines = (one.clientHeight - Number.parseFloat(paddingTop)) / Number.parseFloat(lineHeight);
          return Math.abs(lines - Math.round(lines)) > 0.02;
        }).length,
    );
  expect(await cut()).toBe(0);
  await page.locator('#list').press('d');
  await expect(page.locator('#list')).toHaveAttribute('data-density', 'compact');
  expect(await cut()).toBe(0);
  await page.locator('#list').press('d');
  // Files are looked at for a moment as the archive is opened, and every ten seconds after that.
  await expect(rows.filter({ hasText: 'اليونسكو في' })).toContainText('تعارض', { timeout: 25_000 });
  await box.fill('عنوان:المستنصريه');
  await expect(rows).toHaveCount(2);
  await expect(page.locator('output').filter({ hasText: 'فُهم البحث هكذا' })).toContainText('في العنوان');
  await box.fill('تاريخ:"شوال 1436"');
  await expect(page.locator('output').filter({ hasText: 'فُهم البحث هكذا' })).toContainText('١٧ يوليو ٢٠١٥');
  await page.getByRole('button', { name: 'الإعدادات' }).click();
  await choose(page.getByRole('radio', { name: 'هجري (أم القرى)' }));
  await expect(page.locator('output').filter({ hasText: 'فُهم البحث هكذا' })).toContainText(/من \u2068١ شوال ١٤٣٦ هـ\u2069 إلى/u);
  await choose(page.getByRole('radio', { name: 'English' }));
  await page.keyboard.press('Escape');
  await box.fill('عنوان:المستنصريه');
  await expect(page.locator('output').filter({ hasText: 'The search is understood as' })).toContainText('in the title');
  await box.fill('المهندسون');
  await expect(rows.first()).toContainText(/is a form of “\u2068المهندسون\u2069”/u);
});

test('below an article are those like it, and copies with what differs', async ({ page, prepared: { ids } }) => {
  await page.locator(`#list a[href*="${ids[0]}"]`).click();
  const similar = page.getByRole('list', { name: 'مقالات قريبة' });
  await expect(similar.getByRole('link')).toHaveText([/اليونسكو في/u]);
  const copies = page.getByRole('list', { name: 'نسخ من هذا المقال' });
  await expect(copies.getByRole('link')).toHaveText([/اتفاق لترميم المستنصرية/u]);
  await copies.getByRole('button', { name: 'قارن' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('td del')).toHaveText(['خمسة']);
  await expect(dialog.locator('td ins')).toHaveText(['ستة']);
  await page.keyboard.press('Escape');
  await similar.getByRole('link').click();
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toContainText('اليونسكو في');
  // Its row is chosen now: keys are for what is read.
  await expect(page.locator('#list [role=row][aria-selected=true]')).toContainText('اليونسكو في');
  await page.keyboard.press('e');
  await expect(dialog.getByLabel('العنوان')).toHaveValue(/اليونسكو في/u);
});

test('what is around search has its commands, and the table its reasons', async ({ page }) => {
  await expect(page.locator('#row-0')).toBeVisible();
  const box = page.getByRole('combobox', { name: d.palette });
  for (const name of [w.manageTags, w.copies]) {
    await page.keyboard.press('Control+k');
    await box.fill(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('l');
  await page.getByRole('searchbox').fill('المهندسون');
  const hit = page.locator('#list a').filter({ hasText: 'اليونسكو في' });
  await expect(hit).toContainText('صيغة من');
  await expect(hit.locator('mark')).toHaveText('مهندسون');
});

test('a word of the text becomes a tag by one key, in the spelling that is in use', async ({ page, prepared: { ids } }) => {
  await page.locator(`#list a[href*="${ids[0]}"]`).click();
  const offered = page.getByRole('group', { name: 'وسوم مقترحة من النص' });
  await expect(offered.getByRole('button').first()).toBeVisible();
  const names = await offered.getByRole('button').allInnerTexts();
  expect(
    names.some((name) => name.includes('المدرسة المستنصرية')),
    names.join(),
  ).toBe(true);
  // The tags that it bears are not offered, in whatever spelling.
  expect(
    names.every((name) => !/^(ال)?ثقاف[ةه]$/u.test(name.trim())),
    names.join(),
  ).toBe(true);
  await offered.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `أزل الوسم: ${names[0]!.trim()}` })).toBeVisible();
  // The keyboard is at the next.
  await expect(offered.getByRole('button', { name: `أضف الوسم: ${names[1]!.trim()}` })).toBeFocused();
});

test('two spellings of a tag become one by the keyboard alone, and two again', async ({ page }) => {
  const side = page.getByRole('complementary');
  await side.getByRole('button', { name: 'إدارة الوسوم' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const proposal = dialog.getByRole('form', { name: /ثقاف/u });
  await expect(proposal.getByRole('radio', { name: 'الثقافة' })).toBeChecked();
  await proposal.getByRole('radio', { name: 'الثقافة' }).focus();
  await page.keyboard.press('Tab');
  await expect(proposal.getByRole('button', { name: 'ادمج' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('دُمجت الوسوم في مقال واحد')).toBeVisible();
  await expect(dialog.getByText('لا وسوم متشابهة')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'تراجع' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('عادت الوسوم كما كانت')).toBeVisible();
  await expect(proposal).toBeVisible();
  await dialog.getByRole('button', { name: 'غيّر الاسم: ترميم' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('ترميم المباني');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'كل الوسوم' })).toContainText('ترميم المباني');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(side.getByRole('treeitem', { name: /^ترميم [٠-٩]/u })).toBeVisible();
});

test('copies of one report stand side by side, and one is put away', async ({ page, prepared: { ids } }) => {
  await page.getByRole('button', { name: 'المقالات المكررة' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  const first = dialog.getByRole('region', { name: 'النسخة الأولى' });
  const second = dialog.getByRole('region', { name: 'النسخة الثانية' });
  await expect(first).toContainText('ترميم المدرسة المستنصرية');
  // Read from the right: the first is there.
  const [right, left] = [await first.boundingBox(), await second.boundingBox()];
  expect(right!.x).toBeGreaterThan(left!.x);
  const marks = dialog.locator('td del, td ins');
  await expect(marks).toHaveText(['خمسة', 'ستة']);
  // Told apart by a line through and a sign, not by colour alone.
  expect(await marks.first().evaluate((mark) => getComputedStyle(mark).textDecorationLine)).toBe('line-through');
  const sign = (mark: Element): string => getComputedStyle(mark, '::before').content;
  expect([await marks.first().evaluate(sign), await marks.last().evaluate(sign)]).toEqual(['"−\u202f"', '"+\u202f"']);
  await second.getByRole('button', { name: 'نقل إلى المحذوفات' }).click();
  await expect(dialog.getByText('لا مقالات مكررة.')).toBeVisible();
  await dialog.getByRole('button', { name: 'تراجع' }).click();
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await first.getByRole('link', { name: 'افتح المقال' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`item/${ids[0]}`, 'u'));
});

test('an import tells how much of it is a near copy, and shows the copies', async ({ page }) => {
  const file = (name: string, title: string, body: readonly (string | undefined)[]) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(textOf(title, body)),
  });
  await takeIn(page, [
    file('one.txt', 'المستنصرية: ترميم', [...report, 'هذا ما جاء في الخبر.']),
    file('two.txt', 'خبر بعيد', ['لا يشبه غيره في شيء.']),
  ]);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(captureAr.nearCount.one!)).toBeVisible();
  await dialog.getByRole('button', { name: captureAr.nearShow }).click();
  await expect(dialog).toHaveAccessibleName(w.copies);
  await expect(dialog).toContainText(w.copiesImported);
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await expect(dialog.getByRole('combobox').last()).toContainText('المستنصرية: ترميم');
  // The whole archive is read only when that is asked for.
  await dialog.getByRole('button', { name: w.seekAll }).click();
  await expect(dialog).toContainText(w.copiesHint);
  await expect(dialog.getByRole('radio')).toHaveCount(1);
});

test('the command line, the window and the API show the same', async ({ page, host, prepared: { run } }) => {
  type Marks = [number, number][];
  type Hit = { id: string; title: string; titleMarks: Marks; snippet: { text: string; marks: Marks } };
  // The continuations of the last word are the window's alone: with a mark after it the word is whole everywhere.
  for (const query of ['ترميم المدرسة.', 'المستنصريه.', '"منظمة اليونسكو"', 'عنوان:ترميم', 'دولار OR الملعب.']) {
    const told = run('search', query) as { total: number; hits: Hit[] };
    expect(told.total, query).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill(query);
    const rows = page.locator('#list a');
    await expect(rows, query).toHaveText(told.hits.map((hit) => new RegExp(hit.title, 'u')));
    const cut = (text: string, marks: Marks): string[] => marks.map(([start, end]) => text.slice(start, end));
    const marked = (hit: Hit): string[] => [...cut(hit.title, hit.titleMarks), ...cut(hit.snippet.text, hit.snippet.marks)];
    for (const [at, hit] of told.hits.entries()) {
      await expect(rows.nth(at)).toHaveAttribute('href', new RegExp(hit.id, 'u'));
      await expect(rows.nth(at).locator('mark'), query).toHaveText(marked(hit));
    }
    if (host !== 'loopback') continue;
    const answered = await page.evaluate(async (text) => {
      const body = JSON.stringify({ json: { query: text, limit: 20 } });
      const response = await fetch('/rpc/search/query', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      return ((await response.json()) as { json: Record<string, unknown> }).json;
    }, query);
    expect({ ...answered, tookMs: 0 }, query).toEqual({ ...told, tookMs: 0 });
  }
  const { clusters } = run('duplicates', '--near') as { clusters: { ids: string[] }[] };
  await page.getByRole('button', { name: 'المقالات المكررة' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio')).toHaveCount(clusters.length);
  await expect(dialog.getByRole('link')).not.toHaveCount(0);
  const shown = await dialog.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(clusters.map(({ ids }) => ids)).toEqual([shown.map((href) => /item\/([0-9a-f-]+)/u.exec(href)?.[1])]);
});

test('no serious violation in either language and theme', async ({ page, host, prepared: { ids } }) => {
  test.skip(host !== 'loopback', 'analysed on loopback');
  test.setTimeout(120_000);
  const check = async (screen: string) => expect.soft(await seriousInEveryLook(page), screen).toEqual([]);
  await page.getByRole('searchbox').fill('مهندس');
  await page.locator(`#list a[href*="${ids[0]}"]:has(mark)`).click();
  const similar = page.getByRole('list', { name: 'مقالات قريبة' });
  await expect(similar).toBeVisible();
  await check('reader');
  await similar.scrollIntoViewIfNeeded();
  await check('similar');
  await page.getByRole('button', { name: 'إدارة الوسوم' }).click();
  await expect(page.getByRole('dialog').getByRole('form')).toBeVisible();
  await check('tags');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'المقالات المكررة' }).click();
  await expect(page.getByRole('dialog').locator('td ins')).toBeVisible();
  await check('copies');
});
