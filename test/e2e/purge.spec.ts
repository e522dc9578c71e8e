// Deleting for good asks first, says what will be gone, and leaves nothing of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from '../host.fixture.ts';
import { prepare } from '../support/prepared.ts';

const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    const { add, run } = prepare(home, dir);
    const secrets = ['مكنون', 'مستور', 'محجوب'].map((word) => `سر ${word}\n\nنص لا يبقى منه شيء ${word}.`);
    const [, ...ids] = add('خبر باق\n\nنص الخبر الباقي.', ...secrets);
    run('trash', ...ids);
    await use(dir);
  },
});

const openTrash = (page: Page) => page.getByRole('complementary').getByRole('button', { name: 'المحذوفات' }).click();

/** Files of the archive that hold a word. */
function holding(dir: string, word: string): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => readFileSync(path, 'utf8').includes(word));
}

test('one article is deleted for good, after it was asked', async ({ page, archiveDir }) => {
  const rows = page.locator('#list a');
  await expect(rows).toHaveCount(1);
  await rows.click();
  await expect(page.getByRole('article')).toBeVisible();
  await openTrash(page);
  await expect(rows).toHaveCount(3);
  // An article of the library does not stay beside the list of the trash.
  await expect(page.getByText('اختر مقالًا لتقرأه')).toBeVisible();
  await rows.filter({ hasText: 'مكنون' }).click();
  await page.getByRole('button', { name: 'حذف نهائي' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'حذف هذا المقال نهائيًا؟' });
  for (const said of ['سر مكنون', 'المقال نفسه', 'ملفه الأصلي', 'سجل تغييراته', 'لا رجعة']) await expect(dialog).toContainText(said);
  // Enter takes the harmless answer.
  await expect(dialog.getByRole('button', { name: 'إلغاء' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(rows).toHaveCount(3);
  expect(holding(archiveDir, 'مكنون')).not.toEqual([]);
  await page.getByRole('button', { name: 'حذف نهائي' }).click();
  await dialog.getByRole('button', { name: 'احذف نهائيًا' }).click();
  await expect(page.getByText('حُذف مقال واحد نهائيًا')).toBeVisible();
  await expect(rows).toHaveCount(2);
  await expect(page.getByText('اختر مقالًا لتقرأه')).toBeVisible();
  await expect(page.locator('#list')).toBeFocused();
  expect(holding(archiveDir, 'مكنون')).toEqual([]);
  expect(holding(archiveDir, 'مستور')).not.toEqual([]);
});

test('the trash is emptied whole, whatever the list is narrowed to', async ({ page, archiveDir }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'إفراغ المحذوفات' })).toHaveCount(0);
  await openTrash(page);
  await page.getByRole('searchbox').fill('مكنون');
  await expect(page.locator('#list a')).toHaveCount(1);
  await page.getByRole('button', { name: 'إفراغ المحذوفات' }).click();
  const dialog = page.getByRole('alertdialog');
  for (const said of ['في المحذوفات ٣ مقالات', 'المقالات نفسها', 'ملفاتها الأصلية']) await expect(dialog).toContainText(said);
  await dialog.getByRole('button', { name: 'احذف نهائيًا' }).click();
  await expect(page.getByText('حُذفت ٣ مقالات نهائيًا')).toBeVisible();
  await page.getByRole('searchbox').press('Escape');
  await expect(page.getByText('لا شيء في المحذوفات')).toBeVisible();
  expect(holding(archiveDir, 'لا يبقى')).toEqual([]);
  await page.getByRole('button', { name: 'الكل' }).click();
  await expect(page.locator('#list a')).toHaveCount(1);
});
