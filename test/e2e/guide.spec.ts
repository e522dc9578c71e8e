// A new user finds the way: three sentences, help from the program's own tables, messages read again, paper.
import { deskAr } from '../../src/i18n/desk.ar.ts';
import { readingAr } from '../../src/i18n/reading.ar.ts';
import { windowAr } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { seriousInEveryLook } from '../support/axe.ts';
import { choose } from '../support/choose.ts';

test('the first run is told in three sentences, once', async ({ page }) => {
  const tour = page.getByRole('region', { name: readingAr.tour });
  await expect(tour.getByRole('listitem')).toHaveCount(3);
  await tour.getByRole('button', { name: readingAr.tourDone }).press('Enter');
  await expect(page.getByText(windowAr.pick)).toBeVisible();
  await page.reload();
  await expect(page.getByText(windowAr.pick)).toBeVisible();
  await expect(tour).toHaveCount(0);
});

test('help, messages and the original are a key away, on an Arabic layout too', async ({ page }) => {
  await page.locator('#list a').first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: readingAr.queryLanguage })).toBeVisible();
  await expect(dialog).toContainText('ظلّل ما حُدّد');
  await expect(dialog).toContainText('عنوان:');
  await page.keyboard.press('Escape');
  // The key beside Z gives «ع» on an Arabic layout: what counts is its place.
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'خ', code: 'KeyO', bubbles: true })));
  await expect(dialog).toHaveAccessibleName(readingAr.beside);
  await expect(dialog.locator('del').nth(1)).toContainText('التحديث الاخير');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: deskAr.palette }).fill(readingAr.messages);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem').filter({ hasText: windowAr.moveToTrash })).toHaveCount(1);
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
});

test('where each field is from is told, and the months are those of the country', async ({ page }) => {
  await page.locator('#list a').first().click();
  await page.getByLabel(windowAr.addTag).fill('دبلوماسية، سياسة');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `${windowAr.removeTag}: سياسة` })).toBeVisible();
  await page.getByRole('article').locator('summary', { hasText: windowAr.provenance }).press('Enter');
  const origins = page.getByLabel(readingAr.fieldOrigins);
  await expect(origins).toContainText('بلفظ الأصل');
  // In words, not by the names that the program has for them.
  await expect(origins).toContainText('العربية');
  await expect(origins).toContainText('قُرئ من الأصل (نص عادي)');
  await expect(origins).not.toContainText('2024-05-04');
  await expect(origins).toContainText(/دبلوماسية.*وسم،/);
  await page.getByRole('button', { name: windowAr.settings }).click();
  await choose(page.getByRole('radio', { name: readingAr.monthNames.LB }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toContainText('أيار');
});

test('on paper stands the article alone', async ({ page }) => {
  await page.locator('#list a').first().click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#list')).toBeHidden();
  await expect(page.getByRole('button', { name: windowAr.export })).toBeHidden();
  await expect(page.getByRole('article')).toBeVisible();
});

test('no serious violation in what is written on the text, in either language and theme', async ({ page, host }) => {
  test.skip(host !== 'loopback', 'analysed on loopback');
  test.setTimeout(120_000);
  const r = readingAr;
  const check = async (state: string) => expect.soft(await seriousInEveryLook(page), state).toEqual([]);
  await page.locator('#list a').first().click();
  await page.getByRole('article').focus();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.type('كلام');
  await check('a note');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('complementary', { name: r.notes })).toBeVisible();
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowDown');
  await check('written on, and chosen');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.getByRole('button', { name: r.look }).click();
  await check('look of the text');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: r.help })).toBeVisible();
  await check('help');
});
