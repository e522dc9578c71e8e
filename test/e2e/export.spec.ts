// An article becomes a PDF: its pages are seen first, and what was seen is saved.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../host.fixture.ts';

test('the pages are shown, and saving gives the PDF', async ({ page }) => {
  await page.locator('#list a').first().click();
  await page.getByRole('button', { name: 'تصدير PDF' }).click();
  const dialog = page.getByRole('dialog');
  const sheets = dialog.locator('canvas');
  await expect(sheets.first()).toBeVisible();
  await expect(dialog.getByRole('status')).toContainText('صفح');
  // A sheet with nothing drawn on it has one colour only.
  const colours = await sheets.first().evaluate((sheet: HTMLCanvasElement) => {
    const { data } = sheet.getContext('2d')!.getImageData(0, 0, sheet.width, sheet.height);
    return new Set(data.filter((_, i) => i % 4 === 0)).size;
  });
  expect(colours).toBeGreaterThan(2);
  await expect(dialog).not.toContainText('خط الطباعة');
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
});

test('characters that the face lacks are told of', async ({ page }) => {
  await page.getByRole('button', { name: 'استيراد' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('اختر ملفات').click();
  const buffer = Buffer.from('خبر عن الوجوه\n\nوجه 😀 في السطر الأول من هذا الخبر.');
  await (await chooser).setFiles([{ name: 'faces.txt', mimeType: 'text/plain', buffer }]);
  await expect(page.getByRole('list', { name: 'نتيجة الاستيراد' })).toContainText('خبر عن الوجوه');
  await page.keyboard.press('Escape');
  await page.locator('#list a').filter({ hasText: 'خبر عن الوجوه' }).click();
  await page.getByRole('button', { name: 'تصدير PDF' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/خط الطباعة.*😀 \(U\+1F600\) ×1/u)).toBeVisible();
});
