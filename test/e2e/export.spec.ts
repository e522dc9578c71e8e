// An article becomes a PDF: its pages are seen first, and what was seen is saved.
import { readFile } from 'node:fs/promises';
import { deskAr } from '../../src/i18n/desk.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { takeIn } from '../support/take-in.ts';

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
  // And the same article as its record, from there.
  await dialog.getByRole('button', { name: deskAr.otherFormats }).click();
  await expect(dialog).toHaveAccessibleName(deskAr.exportOne);
  await dialog.getByLabel(deskAr.format).selectOption('json');
  const record = page.waitForEvent('download');
  await dialog.getByRole('button', { name: deskAr.exportNow }).click();
  const { items } = JSON.parse(await readFile(await (await record).path(), 'utf8')) as { items: object[] };
  expect(items).toHaveLength(1);
});

test('characters that no face has are told of', async ({ page }) => {
  const buffer = Buffer.from('خبر عن الوجوه\n\nحرف 漢 في السطر الأول من هذا الخبر.');
  await takeIn(page, [{ name: 'faces.txt', mimeType: 'text/plain', buffer }]);
  await expect(page.getByRole('list', { name: 'نتيجة الاستيراد' })).toContainText('خبر عن الوجوه');
  await page.keyboard.press('Escape');
  await page.locator('#list a').filter({ hasText: 'خبر عن الوجوه' }).click();
  await page.getByRole('button', { name: 'تصدير PDF' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/خط الطباعة.*漢 \(U\+6F22\) ×1/u)).toBeVisible();
});

test('the face is a choice, and a file that is none is refused in words', async ({ page }) => {
  test.slow();
  await page.locator('#list a').first().click();
  await page.getByRole('button', { name: 'تصدير PDF' }).click();
  const dialog = page.getByRole('dialog');
  const face = dialog.getByRole('combobox', { name: 'الخط' });
  await expect(face.locator('option')).toHaveCount(5);
  await face.selectOption({ label: 'Noto Kufi Arabic' });
  const waiting = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'حفظ' }).click();
  expect((await readFile(await (await waiting).path())).toString('latin1')).toContain('NotoKufiArabic');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByLabel('إضافة خط من ملف').click();
  await (await chooser).setFiles([{ name: 'x.ttf', mimeType: 'font/ttf', buffer: Buffer.from('not a face') }]);
  await expect(dialog.getByRole('alert')).toContainText('TrueType');
  await expect(face.locator('option')).toHaveCount(5);
  await page.reload();
  await page.getByRole('button', { name: 'تصدير PDF' }).click();
  await expect(face).toHaveValue('noto-kufi');
});
