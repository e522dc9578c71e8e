// The library as a person uses it: search, tags and filters, settings, and the keyboard alone.
import { expect, test } from '../host.fixture.ts';
import { choose } from '../support/choose.ts';

test('a word is found, and is marked in the list and in the article', async ({ page }) => {
  await page.getByRole('searchbox').fill('ولايتي');
  const row = page.locator('#list a').first();
  await expect(row.locator('mark').first()).toHaveText('ولايتي');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await row.click();
  await expect(page.getByRole('article').locator('h2 mark')).toHaveText('ولايتي');
  await expect(page.getByRole('article').locator('p mark').first()).toBeVisible();
  await page.getByRole('searchbox').fill('برازيل');
  await expect(page.locator('#list a')).toHaveCount(0);
  await expect(page.getByText('لا شيء بهذا اللفظ')).toBeVisible();
  await page.getByRole('searchbox').press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('#list a')).toHaveCount(1);
});

test('a tag is added, filters the list beside the source, and is taken off', async ({ page }) => {
  await page.locator('#list a').first().click();
  await page.getByLabel('أضف وسمًا').fill('دبلوماسية');
  await page.keyboard.press('Enter');
  const side = page.getByRole('complementary');
  await page.getByRole('searchbox').fill('روسيا');
  await expect(page.locator('#list a:has(mark)').first()).toContainText('دبلوماسية');
  await page.getByRole('searchbox').press('Escape');
  await side.getByRole('treeitem', { name: 'دبلوماسية' }).click();
  await side.getByRole('button', { name: 'الوقت' }).click();
  await expect(side.getByRole('treeitem', { name: 'دبلوماسية' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('#list a')).toHaveCount(1);
  await page.getByRole('button', { name: 'أزل الوسم: دبلوماسية' }).click();
  // The filter stays in force and the list is now empty; taking the filter off brings the article back.
  await expect(page.locator('#list a')).toHaveCount(0);
  await page.getByRole('button', { name: 'أزل المرشّح: دبلوماسية' }).click();
  await expect(page.locator('#list a')).toHaveCount(1);
  await expect(side.getByRole('treeitem', { name: 'دبلوماسية' })).toHaveCount(0);
});

test('an article goes to the trash, and comes back by one press', async ({ page }) => {
  await page.locator('#list a').first().click();
  await page.getByRole('button', { name: 'نقل إلى المحذوفات' }).click();
  await expect(page.locator('#list a')).toHaveCount(0);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(page.locator('#list a')).toHaveCount(1);
});

test('the language and the theme change at once', async ({ page }) => {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole('button', { name: 'الإعدادات' }).click();
  await choose(page.getByRole('radio', { name: 'فاتح' }));
  const light = await paper();
  await choose(page.getByRole('radio', { name: 'English' }));
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(html).toHaveAttribute('dir', 'ltr');
  await choose(page.getByRole('radio', { name: 'Dark' }));
  await expect.poll(paper).not.toBe(light);
});

test('search, read, tag and settings by keyboard alone', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('بوتين');
  await expect(page.locator('#list mark').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    if (await page.getByLabel('أضف وسمًا').evaluate((field) => field === document.activeElement)) break;
  }
  await page.keyboard.type('روسيا');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'أزل الوسم: روسيا' })).toBeVisible();
});

test('how a query was understood is told: another keyboard layout, a slip, some of the words', async ({ page }) => {
  const box = page.getByRole('searchbox');
  await box.fill(',ghdjd');
  await expect(page.locator('#list a mark').first()).toHaveText('ولايتي');
  await expect(page.getByText('كُتب بلوحة المفاتيح الأخرى، فقُرئ: ولايتي')).toBeVisible();
  // What the list marks the article marks too.
  await page.locator('#list a').first().click();
  await expect(page.getByRole('article').locator('mark').first()).toHaveText('ولايتي');
  await box.fill('putin');
  await expect(page.getByRole('article').locator('mark').first()).toHaveText(/بوتين/u);
  await box.fill('ولايتتي');
  await page.getByRole('button', { name: 'ولايتي', exact: true }).click();
  await expect(box).toHaveValue('ولايتي');
  await box.fill('ولايتي برازيل');
  await expect(page.locator('#list a')).toHaveCount(1);
  await expect(page.getByText('من هذه ما فيه بعض الكلمات فقط؛ والأقرب أولًا.')).toBeVisible();
  await box.fill('مصدر:الوقت -برازيل');
  await expect(page.locator('#list a')).toHaveCount(1);
  await expect(page.getByText('هل تقصد')).toHaveCount(0);
});
