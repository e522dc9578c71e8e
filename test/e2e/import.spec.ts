// Files come in by the file dialog and by drop; each is answered for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { takeIn, takeInButton } from '../support/take-in.ts';

const good = {
  name: 'good.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('خبر عن الكتب\n\nهذه فقرة أولى عن الكتب القديمة.\n\nوهذه فقرة ثانية.'),
};
const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };

test('of two chosen files the good one is in and the empty one is refused with its sentence', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  await takeIn(page, [good, empty]);
  const lines = page.getByRole('list', { name: 'نتيجة الاستيراد' }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await expect(lines.filter({ hasText: 'good.txt' })).toContainText('خبر عن الكتب');
  const refused = lines.filter({ hasText: 'empty.txt' });
  await expect(refused).toContainText('تعذّر');
  await expect(refused.getByRole('paragraph')).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(page.locator('#list a')).toHaveCount(2);
});

test('an import goes on when its dialog is left, and says at last what became of it', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  const many = Array.from({ length: 24 }, (_, n) => ({
    ...good,
    name: `${n}.txt`,
    buffer: Buffer.from(`خبر رقم ${n}\n\nهذه فقرة أولى عن الكتاب ${n * 7} وما فيه من الأخبار.\n\nوهذه فقرة ثانية.`),
  }));
  await takeIn(page, [...many, empty]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status', { name: w.notices })).toContainText('أُضيف ٢٤ مقالًا · تعذّر واحد', { timeout: 30_000 });
  // What was told is there to be read again, what was refused first.
  await page.getByRole('button', { name: w.import }).click();
  await expect(page.getByRole('list', { name: w.report }).getByRole('listitem').first()).toContainText('empty.txt');
});

test('a dropped file is taken in', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['خبر مُفلَت\n\nنص الخبر الذي أُفلت في النافذة.'], 'dropped.txt', { type: 'text/plain' }));
    return data;
  });
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(page.getByText('أفلت الملفات لاستيرادها')).toBeVisible();
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
  await takeInButton(page).click();
  await expect(page.getByRole('list', { name: 'نتيجة الاستيراد' })).toContainText('dropped.txt');
  await page.keyboard.press('Escape');
  await expect(page.locator('#list a')).toHaveCount(2);
});

test('a dropped folder is walked', async ({ page, home, host }) => {
  test.skip(host === 'electron', 'the drop is made by the browser’s own protocol');
  const folder = join(home, 'مجلد', 'داخلي');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'one.txt'), 'خبر أول\n\nنص الخبر الأول من المجلد.');
  writeFileSync(join(folder, '..', 'two.txt'), 'خبر ثانٍ\n\nنص الخبر الثاني من المجلد.');
  await expect(page.locator('#list a')).toHaveCount(1);
  const cdp = await page.context().newCDPSession(page);
  const drag = { x: 300, y: 400, data: { items: [], files: [join(home, 'مجلد')], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...drag });
  await takeInButton(page).click();
  const report = page.getByRole('list', { name: 'نتيجة الاستيراد' });
  await expect(report.getByRole('listitem')).toHaveCount(2);
  await expect(report).toContainText('داخلي/one.txt');
});
