// Before anything is kept: what files would become, which columns hold what; and a folder that comes in by itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { captureAr as c } from '../../src/i18n/capture.ar.ts';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { seriousOn } from '../support/axe.ts';
import { chooseFiles, takeIn, takeInButton } from '../support/take-in.ts';

test.setTimeout(60_000);

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const good = file('good.txt', 'خبر عن الكتب\n\nهذه فقرة أولى عن الكتب القديمة.\n\nوهذه فقرة ثانية.');
const other = file('other.txt', 'خبر عن الأقلام\n\nهذه فقرة عن الأقلام.\n\nوهذه فقرة ثانية.');
/** Long enough that a sentence more makes no other text of it. */
const long = Array.from({ length: 40 }, (_, n) => `وقالت الجملة رقم ${n} إن المعرض ${n * 7} يستمر ${n + 3} أيام.`).join(' ');
const table = file(
  'table.csv',
  'h1,متن الخبر,when\nعنوان أول,نص الخبر الأول في الجدول,2020-01-02\nعنوان ثان,نص الخبر الثاني في الجدول,2020-01-03\n',
);

test('what files would become is shown first; what is left out is not kept', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  await takeIn(page, [good]);
  await expect(page.getByRole('list', { name: w.report })).toContainText('خبر عن الكتب');
  await page.keyboard.press('Escape');
  await chooseFiles(page, [good, other, file('empty.txt', '')]);
  const rows = page.getByRole('region', { name: c.preview }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText(c.sameBytes);
  await expect(rows.nth(1)).toContainText('خبر عن الأقلام');
  await expect(rows.nth(1)).toContainText('نص عادي');
  await expect(rows.nth(2)).toContainText('فارغ');
  await expect(page.locator('#list a')).toHaveCount(2);
  expect(await seriousOn(page)).toEqual([]);
  // By keyboard: the first is left out; of the third there is nothing to take in.
  const boxes = page.getByRole('region', { name: c.preview }).getByRole('checkbox');
  await boxes.nth(0).focus();
  await page.keyboard.press('Space');
  await takeInButton(page).focus();
  await page.keyboard.press('Enter');
  const lines = page.getByRole('list', { name: w.report }).getByRole('listitem');
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('خبر عن الأقلام');
});

test('a text that is nearly one that is kept is told of, and taken in all the same', async ({ page }) => {
  await takeIn(page, [file('a.txt', `خبر المعرض\n\n${long}`)]);
  await expect(page.getByRole('list', { name: w.report })).toContainText('خبر المعرض');
  await page.keyboard.press('Escape');
  await chooseFiles(page, [file('b.txt', `خبر المعرض ثانية\n\n${long} وأضيفت هذه الجملة.`)]);
  await expect(page.getByRole('region', { name: c.preview })).toContainText('قريب جدًا من مقال محفوظ');
  await takeInButton(page).click();
  await expect(page.getByRole('list', { name: w.report })).toContainText('خبر المعرض ثانية');
});

test('columns are chosen by hand, with the first rows and what comes of them in sight', async ({ page }) => {
  await chooseFiles(page, [table]);
  const preview = page.getByRole('region', { name: c.preview });
  await preview.getByRole('button', { name: c.columns }).click();
  const columns = page.getByRole('region', { name: new RegExp(`^${c.columns}:`, 'u') });
  await expect(columns.getByRole('cell', { name: 'نص الخبر الثاني في الجدول' })).toBeVisible();
  await columns.getByRole('combobox', { name: c.columnFields.title }).selectOption('h1');
  await columns.getByRole('combobox', { name: c.columnFields.body }).selectOption('متن الخبر');
  await columns.getByRole('combobox', { name: c.columnFields.published }).selectOption('when');
  await expect(preview.getByRole('listitem').locator('strong').nth(1)).toHaveText('عنوان أول');
  await expect(preview.getByRole('listitem')).toContainText('٢٠٢٠');
  expect(await seriousOn(page)).toEqual([]);
  await takeInButton(page).click();
  await expect(page.getByRole('list', { name: w.report }).getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.locator('#list a').filter({ hasText: 'عنوان ثان' }).click();
  await expect(page.getByRole('article')).toContainText('نص الخبر الثاني في الجدول');
});

test('files of a watched folder come in by themselves, and refusals are told', async ({ page, home }) => {
  const folder = join(home, 'وارد');
  mkdirSync(folder);
  writeFileSync(join(folder, 'one.txt'), 'خبر من المجلد\n\nنص الخبر الذي وُضع في المجلد.\n\nوفقرة ثانية.');
  writeFileSync(join(folder, 'empty.txt'), '');
  await page.getByRole('button', { name: w.settings }).click();
  const watched = page.getByRole('region', { name: c.watched });
  await watched.getByLabel(c.folderPath).fill(join(home, 'لا شيء'));
  await watched.getByRole('button', { name: c.watch, exact: true }).click();
  await expect(watched).toContainText('تحقّق من المسار');
  await watched.getByLabel(c.folderPath).fill(folder);
  await watched.getByRole('button', { name: c.watch, exact: true }).click();
  await expect(watched).toContainText(c.watchState.watching);
  await expect(watched).toContainText(d.importedItems.one!, { timeout: 20_000 });
  await expect(watched.getByRole('list', { name: c.watchRefused })).toContainText('فارغ');
  expect(await seriousOn(page)).toEqual([]);
  await watched.getByRole('button', { name: c.stopWatching }).click();
  await expect(watched).toContainText(c.watchState.off);
  await page.keyboard.press('Escape');
  await expect(page.locator('#list a').filter({ hasText: 'خبر من المجلد' })).toHaveCount(1);
});
