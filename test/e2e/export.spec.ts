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
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
});
