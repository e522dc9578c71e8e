// The archive is verified from the settings: all well, or what is not.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test as base } from '../host.fixture.ts';
import { prepare } from '../support/prepared.ts';

const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    const { add } = prepare(home, dir);
    add(...['أول', 'ثان'].map((word) => `خبر ${word}\n\nنص الخبر ${word}.`));
    await use(dir);
  },
});

const originals = (dir: string): string[] =>
  readdirSync(join(dir, 'data', 'originals'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a sound archive is said to be sound; what was lost, altered or added is named', async ({ page, archiveDir }) => {
  await expect(page.locator('#list a')).toHaveCount(2);
  // A notice that stands leaves what the dialog says to be seen, and can be answered beside it.
  await page.locator('#list a').first().click();
  await page.getByRole('button', { name: 'نقل إلى المحذوفات' }).click();
  const notice = page.getByRole('status', { name: 'تنبيهات' });
  await expect(notice).toContainText('نُقل المقال إلى المحذوفات');
  await page.getByRole('button', { name: 'الإعدادات' }).click();
  const part = page.getByRole('region', { name: 'سلامة الأرشيف' });
  await part.getByRole('button', { name: 'تحقّق الآن' }).click();
  await expect(part).toContainText(/فُحص.*ملف.*كلها سليمة كما سُجّلت/);
  // The sheet, in which the dialog is scrolled.
  const [sheet, told] = [(await page.getByRole('dialog').locator('..').boundingBox())!, (await notice.locator('span').boundingBox())!];
  expect(sheet.y + sheet.height).toBeLessThanOrEqual(told.y);
  await notice.getByRole('button', { name: 'إغلاق' }).click();
  await expect(notice).toBeEmpty();
  await expect(part).toBeVisible();
  const [first, second] = originals(archiveDir) as [string, string];
  rmSync(first);
  writeFileSync(second, 'غيره');
  writeFileSync(join(second, '..', 'note.txt'), 'غريب');
  await part.getByRole('button', { name: 'تحقّق الآن' }).click();
  const named = (path: string) => relative(archiveDir, path);
  await expect(part.getByRole('list', { name: 'مفقود' }).getByRole('listitem')).toHaveText([named(first)]);
  await expect(part.getByRole('list', { name: 'متغيّر' }).getByRole('listitem')).toHaveText([named(second)]);
  await expect(part.getByRole('list', { name: 'غير معروف' }).getByRole('listitem')).toHaveText([named(join(second, '..', 'note.txt'))]);
  await expect(part).not.toContainText('كلها سليمة');
});

test('a verification under way is cancelled', async ({ page, host }) => {
  test.skip(host !== 'loopback', 'the answer is held back in the network');
  await page.route('**/rpc/archive/verify', () => {});
  await page.getByRole('button', { name: 'الإعدادات' }).click();
  const part = page.getByRole('region', { name: 'سلامة الأرشيف' });
  await part.getByRole('button', { name: 'تحقّق الآن' }).click();
  await expect(part.getByRole('progressbar', { name: 'يجري التحقق…' })).toBeVisible();
  await part.getByRole('button', { name: 'أوقف' }).click();
  await expect(part).toContainText('أُوقف التحقق');
  await expect(part.getByRole('button', { name: 'تحقّق الآن' })).toBeVisible();
});
