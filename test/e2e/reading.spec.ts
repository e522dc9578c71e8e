// An article is read, and written on, as a reader would: by keyboard and mouse, in Arabic and English.
import type { Page } from '@playwright/test';
import { readingAr } from '../../src/i18n/reading.ar.ts';
import { readingEn } from '../../src/i18n/reading.en.ts';
import { windowAr } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { choose } from '../support/choose.ts';
import { takeIn } from '../support/take-in.ts';

const article = (page: Page) => page.getByRole('article');
async function open(page: Page): Promise<void> {
  await page.locator('#list a').first().click();
  await expect(article(page)).toBeVisible();
  await article(page).focus();
}
const inEnglish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: windowAr.settings }).click();
  await choose(page.getByRole('radio', { name: 'English' }));
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
};
const panel = (page: Page) => page.getByRole('complementary', { name: readingAr.notes });

test('words are chosen with the keys, noted, found again in the list, changed and taken back', async ({ page }) => {
  await open(page);
  await page.keyboard.press('n');
  await expect(page.getByText('اختر الكلمات')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('ملاحظة على «مستشار قائد الثورة»');
  await page.keyboard.type('هو علي أكبر ولايتي');
  await page.keyboard.press('Control+Enter');
  await expect(panel(page)).toContainText('هو علي أكبر ولايتي');
  const mark = article(page).getByRole('button', { name: 'ملاحظة ١: هو علي أكبر ولايتي' });
  await expect(mark).toBeVisible();
  await expect(article(page).locator('[data-annotation]')).toHaveText('مستشار قائد الثورة');
  // From the text to the note, and from the note to the text.
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('listitem')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(article(page).locator('[data-annotation]')).toBeFocused();
  await panel(page).getByRole('button', { name: 'عدّل' }).press('Enter');
  await dialog.getByLabel(readingAr.words).fill('مستشار الشؤون الدولية');
  await choose(dialog.getByRole('radio', { name: readingAr.colours.blue }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('مستشار الشؤون الدولية');
  await expect(article(page).locator('[data-annotation]')).toHaveAttribute('data-colour', 'blue');
  await panel(page).getByRole('button', { name: 'احذف' }).press('Enter');
  await expect(panel(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel(page)).toContainText('مستشار الشؤون الدولية');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(panel(page)).toHaveCount(0);
});

test('what the mouse selects is highlighted, and stays on its words when the title is edited', async ({ page }) => {
  await open(page);
  await inEnglish(page);
  const words = page.getByRole('toolbar', { name: readingEn.notes });
  await article(page)
    .getByText('التقى مستشار')
    .dblclick({ position: { x: 20, y: 15 } });
  await words.getByRole('button', { name: `${readingEn.highlight}: ${readingEn.colours.green}` }).click();
  await expect(article(page).locator('[data-annotation][data-colour=green]')).toHaveCount(1);
  await expect(words).toHaveCount(0);
  const title = page.locator('h2[data-field=title]');
  const box = (await title.boundingBox())!;
  await page.mouse.dblclick(box.x + box.width - 30, box.y + 25);
  await words.getByRole('button', { name: readingEn.note }).click();
  await page.keyboard.type('An adviser');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(title.locator('[data-annotation]')).toHaveText('ولايتي');
  await article(page).focus();
  await page.keyboard.press('e');
  await page.getByRole('dialog').locator('[name=title]').fill('عاجل: ولايتي في موسكو');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(title).toContainText('عاجل');
  await expect(title.locator('[data-annotation]')).toHaveText('ولايتي');
  await page.keyboard.press('e');
  await page.getByRole('dialog').locator('[name=title]').fill('المستشار في موسكو');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  // An orphan is kept, and says so.
  await expect(page.getByRole('complementary', { name: readingEn.notes })).toContainText(readingEn.orphan);
});

test('a correction stands beside the headline: both readings are found, and the page is printed as is asked', async ({ page }) => {
  await open(page);
  // In the title, by keyboard alone.
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  for (let n = 0; n < 7; n++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('القراءة الصحيحة لـ«تعزير»');
  await dialog.getByLabel(readingAr.reading).fill('تعزيز');
  await page.keyboard.press('Enter');
  const title = page.locator('h2[data-field=title]');
  const sic = title.getByRole('button', { name: readingAr.showCorrection });
  await expect(sic).toHaveAttribute('aria-expanded', 'false');
  await expect(title).not.toContainText('تعزيز');
  await sic.press('Enter');
  await expect(title.locator('ins')).toHaveText('تعزيز');
  for (const reading of ['"معه تعزير العلاقات"', '"معه تعزيز العلاقات"']) {
    await page.getByRole('searchbox').fill(reading);
    await expect(page.locator('#list')).toContainText(reading.slice(1, -1));
  }
  await page.getByRole('button', { name: windowAr.export }).click();
  await expect(page.getByRole('radio', { name: readingAr.sics.marked })).toBeChecked();
  await choose(page.getByRole('radio', { name: readingAr.sics.corrected }));
  await expect(page.getByRole('radio', { name: readingAr.sics.corrected })).toBeChecked();
});

test('the text looks as it is wanted, and selecting with hidden vowel marks still finds its place', async ({ page }) => {
  await open(page);
  const text = article(page).locator('[data-field=body]');
  const size = () => text.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const before = await size();
  await page.keyboard.press('=');
  await expect.poll(size).toBeGreaterThan(before);
  await page.keyboard.press('r');
  await expect(page.locator('#list')).toBeHidden();
  await page.getByRole('button', { name: readingAr.look }).press('Enter');
  for (const face of Object.values(readingAr.faces)) await choose(page.getByRole('radio', { name: face }));
  await expect(text).toHaveCSS('font-family', /Vazirmatn/);
  expect(await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('20px Vazirmatn', 'ولايتي')))).toBe(true);
  await choose(page.getByRole('radio', { name: readingAr.measures.narrow }));
  await choose(page.getByRole('radio', { name: readingAr.tashkeels.hidden }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // «لافتاً إلى إن طهران»: the tanwin is not shown, and counts all the same.
  await expect(text).toContainText('لافتا إلى إن طهران');
  await text.getByText('لافتا إلى').evaluate((block) => {
    const node = block.querySelector('[data-from]')?.firstChild ?? block.firstChild;
    const at = (node as Text).data.indexOf('إلى إن طهران');
    getSelection()?.setBaseAndExtent(node as Text, at, node as Text, at + 'إلى إن طهران'.length);
  });
  await page.keyboard.press('m');
  await expect(text.locator('[data-annotation]')).toHaveText('إلى إن طهران');
  await page.keyboard.press('Escape');
  await expect(page.locator('#list')).toBeVisible();
  await page.reload();
  await expect(text).toHaveCSS('font-family', /Vazirmatn/);
});

test('one word of many thousand letters of two scripts stays within the page', async ({ page }) => {
  const word = 'اب1'.repeat(8_000);
  await takeIn(page, [{ name: 'word.txt', mimeType: 'text/plain', buffer: Buffer.from(`عنوان الكلمة الطويلة\n\n${word}`) }]);
  await expect(page.getByRole('list', { name: windowAr.report })).toContainText('عنوان الكلمة الطويلة');
  await page.keyboard.press('Escape');
  await page.locator('#list a').filter({ hasText: 'عنوان الكلمة الطويلة' }).click();
  await expect(article(page).locator('[data-field="body"]')).toContainText('اب1اب1');
  const sideways = await article(page).evaluate((element) =>
    [document.querySelector('main')!, element, document.documentElement].map((one) => one.scrollWidth - one.clientWidth),
  );
  expect(sideways).toEqual([0, 0, 0]);
});
