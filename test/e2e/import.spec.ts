// Files come in by the file dialog, by drop and by pasting; each is answered for.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureAr as c } from '../../src/i18n/capture.ar.ts';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { chooseFiles, takeIn, takeInButton } from '../support/take-in.ts';

const good = {
  name: 'good.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('خبر عن الكتب\n\nهذه فقرة أولى عن الكتب القديمة.\n\nوهذه فقرة ثانية.'),
};
const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
const manyFiles = (length: number) =>
  Array.from({ length }, (_, n) => ({
    ...good,
    name: `${n}.txt`,
    buffer: Buffer.from(`خبر رقم ${n}\n\nهذه فقرة أولى عن الكتاب ${n * 7} وما فيه من الأخبار.\n\nوهذه فقرة ثانية.`),
  }));

test('of two chosen files the empty one is told and not counted; the good one is in, and opens from the report', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  await chooseFiles(page, [good, empty]);
  const rows = page.getByRole('region', { name: c.preview }).getByRole('listitem');
  await expect(rows.nth(1)).toContainText('فارغ');
  await expect(rows.nth(1).getByRole('checkbox')).not.toBeChecked();
  await expect(rows.nth(1).getByRole('checkbox')).toBeDisabled();
  await expect(takeInButton(page)).toHaveText(c.takeIn.one!);
  await takeInButton(page).click();
  const lines = page.getByRole('list', { name: w.report }).getByRole('listitem');
  await expect(lines).toHaveCount(1);
  await expect(page.getByRole('dialog')).toContainText(c.nearCount.zero!);
  await lines.getByRole('link', { name: 'خبر عن الكتب' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('article')).toContainText('هذه فقرة أولى عن الكتب القديمة');
  await expect(page.locator('#list a')).toHaveCount(2);
});

test('an import that is stopped says so, and how much is left; what it tells is what is kept', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  await takeIn(page, manyFiles(60));
  const lines = page.getByRole('list', { name: w.report }).getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  await page.getByRole('button', { name: d.stop }).click();
  await expect(page.getByRole('status').filter({ hasText: d.importStopped })).toContainText('لم يُستورد');
  // The one under way has been answered for.
  await expect(page.getByRole('button', { name: d.stopping })).toHaveCount(0);
  await expect(lines).toHaveCount(60);
  const kept = await page.locator('[data-outcome=imported]').count();
  expect(kept).toBeLessThan(60);
  await page.keyboard.press('Escape');
  await expect(page.locator('#list')).toHaveAttribute('aria-rowcount', String(kept + 1));
});

test('an import goes on when its dialog is left, and says at last what became of it', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  // The empty one is not among those that are looked at before.
  await takeIn(page, [...manyFiles(40), empty]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status', { name: w.notices })).toContainText('أُضيف ٤٠ مقالًا · تعذّر واحد', { timeout: 30_000 });
  // What was told is there to be read again, what was refused first.
  await page.getByRole('button', { name: d.seeReport }).click();
  await expect(page.getByRole('list', { name: w.report }).getByRole('listitem').first()).toContainText('empty.txt');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // All of it is one act.
  await page.locator('#list').focus();
  await page.keyboard.press('Control+z');
  await expect(page.locator('#list')).toHaveAttribute('aria-rowcount', '1');
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

test('what is pasted outside of a field is looked at like a file, byte for byte', async ({ page, host }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  const preview = page.getByRole('region', { name: c.preview });
  if (host !== 'electron') {
    // By the keys alone, through the clipboard itself; in a field the same keys paste into it.
    const box = page.getByRole('searchbox');
    await box.fill('خبر منسوخ من صفحة');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Control+v');
    await expect(box).toHaveValue('خبر منسوخ من صفحة');
    await box.fill('');
    await expect(page.locator('#list a')).toHaveCount(1);
    // The command leads to the dialog, which says how.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('clipboard');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: w.import })).toContainText('Ctrl+V');
    await page.keyboard.press('Control+v');
    await expect(preview.getByRole('listitem')).toContainText(['خبر منسوخ من صفحة']);
    await preview.getByRole('button', { name: c.giveUp }).click();
  }
  const html = '<meta charset="utf-8"><h1>خبر ملصوق</h1><p>نص الخبر الذي أُلصق في النافذة، وفيه ما يكفي من الكلام.</p>';
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/html', pasted);
    data.setData('text/plain', 'خبر ملصوق');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(preview.getByRole('listitem')).toContainText(['clipboard-']);
  await takeInButton(page).click();
  await page.getByRole('list', { name: w.report }).getByRole('link', { name: 'خبر ملصوق' }).click();
  await page.getByText(w.provenance, { exact: true }).click();
  await expect(page.getByText(/^clipboard-.*\.html$/u)).toBeVisible();
  await expect(page.getByText(createHash('sha256').update(html).digest('hex'))).toBeVisible();
});
