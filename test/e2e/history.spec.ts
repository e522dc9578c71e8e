// What was done to an article is seen, compared, and taken back.
import type { Page } from '@playwright/test';
import { expect, test } from '../host.fixture.ts';

async function changeTwice(page: Page): Promise<void> {
  await page.locator('#list a').first().click();
  await page.getByLabel('أضف وسمًا').fill('دبلوماسية');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'أزل الوسم: دبلوماسية' })).toBeVisible();
  await page.getByRole('button', { name: 'تحرير', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('المصدر').fill('صحيفة الوقت');
  await form.getByLabel('ملاحظات').fill('قوبل بالأصل.');
  await form.getByRole('button', { name: 'تم' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('article')).toContainText('صحيفة الوقت');
}

test('every revision says what was done, and what differs from the present', async ({ page }) => {
  await changeTwice(page);
  await page.getByRole('button', { name: 'سجل التغييرات' }).click();
  const dialog = page.getByRole('dialog');
  const revisions = dialog.getByRole('radio');
  await expect(revisions).toHaveCount(4);
  await expect(dialog.getByRole('group', { name: 'النسخ' })).toContainText(
    /تحرير.*الحالية.*النسخة ٤.*الملاحظات.*تحرير.*النسخة ٣.*المصدر.*وسم.*النسخة ٢.*إضافة.*النسخة ١/,
  );
  // The one before the present is shown first.
  await expect(revisions.nth(1)).toBeChecked();
  await expect(dialog.locator('dl ins')).toHaveText(['قوبل بالأصل.']);
  // By keyboard to the oldest.
  await revisions.nth(1).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(revisions.nth(3)).toBeChecked();
  await expect(dialog.getByRole('heading', { name: 'ما تغيّر منذ النسخة ١' })).toBeVisible();
  await expect(dialog.locator('dl dt')).toHaveText(['المصدر', 'الوسوم', 'الملاحظات']);
  await expect(dialog.locator('dl ins')).toHaveText(['صحيفة', 'دبلوماسية', 'قوبل بالأصل.']);
});

test('going back makes a new revision, and is itself taken back', async ({ page }) => {
  await changeTwice(page);
  await page.getByRole('button', { name: 'سجل التغييرات' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').last().check({ force: true });
  await dialog.getByRole('button', { name: 'ارجع إلى هذه النسخة' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('عاد المقال إلى النسخة ١')).toBeVisible();
  await expect(page.getByRole('article')).not.toContainText('صحيفة الوقت');
  await expect(page.getByRole('button', { name: 'أزل الوسم: دبلوماسية' })).toHaveCount(0);
  await page.getByRole('button', { name: 'تراجع' }).click();
  await expect(page.getByText('تم التراجع عن الرجوع إلى نسخة سابقة')).toBeVisible();
  await expect(page.getByRole('article')).toContainText('صحيفة الوقت');
  await page.getByRole('button', { name: 'سجل التغييرات' }).click();
  await expect(dialog.getByRole('radio')).toHaveCount(6);
  await expect(dialog.getByRole('group', { name: 'النسخ' })).toContainText(/تراجع.*الحالية.*النسخة ٦/);
});

test('an article that was never changed says so', async ({ page }) => {
  await page.locator('#list a').first().click();
  await page.getByRole('button', { name: 'سجل التغييرات' }).click();
  await expect(page.getByRole('dialog')).toContainText('لم يتغيّر المقال منذ أُضيف');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
