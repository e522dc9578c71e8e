// Work on many articles, as a person does it: with the mouse, and by the keyboard alone.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { readingAr } from '../../src/i18n/reading.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect } from '../host.fixture.ts';
import { deskTest } from '../support/desk-home.ts';
import { cutOff, zoomed } from '../support/sight.ts';
import { choose } from '../support/choose.ts';

const test = deskTest(60);

const row = (page: Page, n: number) => page.locator(`#row-${n}`);
const chosen = (page: Page) => page.locator('#list [role=row][aria-selected=true]');
const toast = (page: Page) => page.getByRole('status', { name: w.notices });
const node = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name} [٠-٩]+$`) });
/** Of the list: the number before the word. */
const total = (page: Page) => page.getByRole('region', { name: w.library }).getByRole('status').first();

test('rows are chosen with the mouse as people expect', async ({ page }) => {
  await row(page, 1).click();
  await expect(chosen(page)).toHaveCount(1);
  await expect(page.getByRole('article')).toBeVisible();
  await row(page, 3).click({ modifiers: ['Control'] });
  await expect(chosen(page)).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText('اختير مقالان');
  await row(page, 3).click({ modifiers: ['Control'] });
  await expect(chosen(page)).toHaveCount(1);
  await row(page, 1).click();
  await row(page, 4).click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveCount(4);
  await row(page, 2).click({ modifiers: ['Shift'] });
  await expect(chosen(page)).toHaveCount(2);
  await row(page, 0).click();
  await expect(chosen(page)).toHaveCount(1);
});

test('by keyboard alone: choose a stretch, tag it, take that back, do it again', async ({ page }) => {
  await expect(row(page, 0)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 0)).toHaveAttribute('aria-selected', 'true');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen(page)).toHaveCount(4);
  await page.keyboard.press('t');
  await page.getByRole('dialog').getByLabel(d.tagName).fill('ملف/جديد');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText(/وُسمت ٤ مقالات بـ«.?ملف\/جديد/);
  await expect(node(page, 'ملف')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(node(page, 'ملف')).toHaveCount(0);
  await expect(toast(page)).toContainText('تم التراجع عن الوسم');
  await page.keyboard.press('Control+Shift+z');
  await expect(node(page, 'ملف')).toBeVisible();
});

test('a dialog that was answered is gone before anything else is drawn: the next key is not for it', async ({ page }) => {
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('t');
  await page.getByRole('dialog').getByLabel(d.tagName).fill('ملف');
  const left = await page.evaluate(async () => {
    document.querySelector<HTMLFormElement>('[role=dialog] form')!.requestSubmit();
    await Promise.resolve();
    return document.querySelectorAll('[role=dialog]').length;
  });
  expect(left).toBe(0);
  await expect(node(page, 'ملف')).toBeVisible();
});

test('who leaves an article at once after walking on has left it', async ({ page }) => {
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.getByRole('article').focus();
  // Both keys within the time that the next article waits to be opened in.
  await page.evaluate(() => {
    for (const [key, code] of [
      ['j', 'KeyJ'],
      ['Escape', 'Escape'],
    ])
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
  });
  await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true');
  await page.waitForTimeout(400);
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('all of a list are chosen at once, but for some, and trashed as one act', async ({ page }) => {
  await expect(total(page)).toContainText('٥٩ مقالًا');
  await row(page, 0).click();
  await page.keyboard.press('Control+a');
  await expect(total(page)).toContainText('اختير ٥٩ مقالًا');
  await row(page, 1).click({ modifiers: ['Control'] });
  await expect(total(page)).toContainText('اختير ٥٨ مقالًا');
  const stays = await row(page, 1).locator('strong').textContent();
  await page.keyboard.press('Delete');
  await expect(page.locator('#list a')).toHaveCount(1);
  await expect(page.locator('#list strong')).toHaveText(stays!);
  await toast(page).getByRole('button', { name: w.undo }).click();
  await expect(total(page)).toContainText('٥٩ مقالًا');
});

test('the keys are those of the place, not of the letter: an Arabic layout', async ({ page }) => {
  await row(page, 2).click();
  await expect(page.getByRole('article')).toBeVisible();
  // What the keyboard sends with an Arabic layout: the letter of the layout, and the key by its place.
  const press = (key: string, code: string, more: object = {}) =>
    page.evaluate(
      ([k, c, m]) => {
        const init = { key: k, code: c, bubbles: true, cancelable: true, ...(m as object) } as KeyboardEventInit;
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
      },
      [key, code, more] as const,
    );
  await press('ش', 'KeyA', { ctrlKey: true });
  await expect(total(page)).toContainText('اختير ٥٩ مقالًا');
  await press('Escape', 'Escape');
  await expect(chosen(page)).toHaveCount(1);
  await press('ن', 'KeyK', { ctrlKey: true });
  await expect(page.getByRole('combobox', { name: d.palette })).toBeFocused();
  await page.keyboard.press('Escape');
  await press('ث', 'KeyE');
  await expect(page.getByRole('dialog', { name: w.edit })).toBeVisible();
});

test('the sidebar is put away and brought back by key, by button and by name, and stays as it was left', async ({ page, host }) => {
  const sidebar = page.getByRole('complementary', { name: w.filters });
  await expect(row(page, 0)).toBeVisible();
  // Its own button has the keyboard: that does not go with it. On an Arabic layout the key gives «لا».
  await sidebar.getByRole('button', { name: w.settings }).focus();
  await page.evaluate(() => {
    const init = { key: 'لا', code: 'KeyB', bubbles: true, cancelable: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  await expect(sidebar).toBeHidden();
  await expect(page.locator('#list')).toBeFocused();
  // What is kept is on its way yet.
  const kept = () => page.evaluate(async () => (await fetch('/rpc/settings/get', { method: 'POST' })).text());
  if (host === 'loopback') await expect.poll(kept).toContain('"sidebar":"hidden"');
  await page.reload();
  await expect(row(page, 0)).toBeVisible();
  await expect(sidebar).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText(d.showSidebar);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: d.showSidebar }).click();
  await expect(sidebar).toBeVisible();
  await expect(page.getByRole('button', { name: d.hideSidebar })).toBeFocused();
  // In a narrow window what is read has all of it.
  await page.setViewportSize(zoomed);
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: d.palette }).fill(d.hideSidebar);
  await page.keyboard.press('Enter');
  await expect(sidebar).toBeHidden();
  await expect.poll(async () => (await page.getByRole('main').boundingBox())?.width).toBe(zoomed.width);
  expect(await cutOff(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(row(page, 1)).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
});

test('a command is found by its name, however it is spelt, and so are places', async ({ page }) => {
  await expect(row(page, 0)).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: d.palette });
  await box.fill('الاعدادات');
  await expect(page.getByRole('listbox', { name: d.palette }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: w.settings })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await box.fill('موسكو');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: w.chosen })).toContainText('دول/روسيا/موسكو');
});

test('a tag is renamed with all within it, moved by dragging, and coloured', async ({ page }) => {
  await expect(node(page, 'دول')).toBeVisible();
  await node(page, 'دول').focus();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(d.newName).fill('بلدان');
  await page.keyboard.press('Enter');
  await expect(node(page, 'بلدان')).toBeVisible();
  await expect(node(page, 'روسيا')).toHaveAttribute('aria-level', '2');
  await node(page, 'نفط').dragTo(node(page, 'اقتصاد'));
  await expect(node(page, 'نفط')).toHaveAttribute('aria-level', '2');
  await node(page, 'نفط').click({ button: 'right' });
  await page.getByRole('menuitem', { name: d.colour }).click();
  await choose(dialog.getByRole('radio', { name: d.colours.violet }));
  await dialog.getByRole('button', { name: d.apply }).click();
  await expect(node(page, 'نفط').locator('[data-colour=violet]')).toHaveCount(1);
  await expect(dialog).toBeHidden();
  for (let n = 0; n < 3; n++) {
    await page.keyboard.press('Control+z');
    await expect(toast(page)).toContainText('تم التراجع عن');
    await toast(page).getByRole('button', { name: w.close }).click();
  }
  await expect(node(page, 'دول')).toBeVisible();
  await expect(node(page, 'نفط')).toHaveAttribute('aria-level', '1');
});

test('articles are dropped into a collection, and a collection goes into another by keyboard', async ({ page }) => {
  const count = (name: string) => node(page, name).locator('small');
  await expect(node(page, 'للقراءة')).toBeVisible();
  const before = await count('نشرة الأسبوع').textContent();
  await row(page, 0).click();
  await row(page, 2).click({ modifiers: ['Shift'] });
  await row(page, 1).dragTo(node(page, 'نشرة الأسبوع'));
  await expect(toast(page)).toContainText('نشرة الأسبوع');
  await expect(count('نشرة الأسبوع')).not.toHaveText(before!);
  // The most that bear the name at any moment.
  const most = await page.evaluateHandle(() => {
    const seen = { most: 0 };
    const look = () => {
      seen.most = Math.max(seen.most, document.querySelectorAll('[role=treeitem][aria-label^="للقراءة"]').length);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return seen;
  });
  await node(page, 'للقراءة').focus();
  await page.keyboard.press('Control+x');
  await node(page, 'أبحاث').focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('treeitem', { name: /^للقراءة [٠-٩]+$/u, level: 2 })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('treeitem', { name: /^للقراءة [٠-٩]+$/u, level: 1 })).toHaveCount(1);
  expect(await most.evaluate((seen) => seen.most)).toBe(1);
  await page.getByRole('button', { name: d.newCollection }).click();
  await page.getByRole('dialog').getByLabel(d.collectionName).fill('فارغة بعد');
  await page.keyboard.press('Enter');
  await expect(node(page, 'فارغة بعد')).toBeVisible();
});

test('counts follow the query; what was asked is kept by name and asked again', async ({ page }) => {
  await expect(row(page, 0)).toBeVisible();
  const all = await node(page, 'دول').locator('small').textContent();
  await page.getByRole('searchbox').fill('العاصمة');
  await node(page, 'ثقافة').click();
  await expect(node(page, 'دول').locator('small')).not.toHaveText(all!);
  const found = await total(page).textContent();
  await page.getByRole('button', { name: d.saveSearch }).click();
  await page.getByRole('dialog').getByLabel(d.searchName).fill('ثقافة العاصمة');
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox').press('Escape');
  await page.getByRole('button', { name: 'أزل المرشّح: ثقافة' }).click();
  await expect(total(page)).toContainText('٥٩');
  await page.getByRole('button', { name: 'ثقافة العاصمة', exact: true }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('العاصمة');
  await expect(total(page)).toHaveText(found!);
});

test('what the pointer is pressed on stays under it, whatever a search finds meanwhile', async ({ page }) => {
  const last = page.getByRole('tree', { name: w.tags }).getByRole('treeitem').last();
  const name = (await last.locator('bdi').first().textContent())!;
  await last.hover();
  await page.getByRole('searchbox').fill('الحديدة');
  await page.mouse.down();
  await expect(total(page)).not.toContainText('٥٩');
  await page.mouse.up();
  await expect.poll(() => new URLSearchParams(new URL(page.url()).hash.split('?')[1]).getAll('tag')).toEqual([name]);
});

test('a table: columns are chosen and remembered, and sort', async ({ page }) => {
  await page.getByRole('button', { name: d.view, exact: true }).click();
  await page.getByRole('radio', { name: d.table }).click();
  await expect(page.getByRole('radio', { name: d.table })).toBeChecked();
  // It is checked when the archive has kept it, which is not at once.
  await page.getByRole('checkbox', { name: d.columnNames.creators }).click();
  await expect(page.getByRole('checkbox', { name: d.columnNames.creators })).toBeChecked();
  await page.keyboard.press('Escape');
  const heads = page.getByRole('columnheader');
  await expect(heads).toHaveText(['العنوان', 'المصدر', 'التاريخ', 'الوسوم', 'الكتّاب']);
  await heads.first().getByRole('button').click();
  await expect(heads.first()).toHaveAttribute('aria-sort', 'ascending');
  const first = await row(page, 0).locator('strong').textContent();
  await heads.first().getByRole('button').click();
  await expect(heads.first()).toHaveAttribute('aria-sort', 'descending');
  await expect(row(page, 0).locator('strong')).not.toHaveText(first!);
  await page.reload();
  await expect(heads).toHaveCount(5);
  // What is found comes as it fits best, and by its dates when that is asked for, until something else is sought.
  const box = page.getByRole('searchbox');
  const order = page.getByLabel(w.sort);
  await box.fill('الحديدة');
  await expect(order).toHaveValue('relevance');
  const dates = () => page.locator('#list [data-column=date]').evaluateAll((all) => all.slice(1).map((one) => one.textContent));
  const asFound = await dates();
  await heads.nth(2).getByRole('button').press('Enter');
  await expect(order).toHaveValue('newest');
  await expect(heads.nth(2)).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(dates).not.toEqual(asFound);
  await order.selectOption('oldest');
  await expect(heads.nth(2)).toHaveAttribute('aria-sort', 'ascending');
  await box.fill('');
  await expect(order).toHaveValue('title-back');
});

test('many are edited after what will change was shown', async ({ page }) => {
  await row(page, 0).click();
  await row(page, 5).click({ modifiers: ['Shift'] });
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: d.batchEdit });
  await dialog.getByLabel(d.batchField).selectOption('source');
  await dialog.getByLabel(d.batchValue, { exact: true }).fill('صحيفة القدس');
  await expect(dialog.getByRole('region', { name: d.batchPreview })).toContainText('تتغيّر ٦ مقالات من ٦');
  await expect(dialog.locator('ins').first()).toHaveText('صحيفة القدس');
  await dialog.getByLabel(d.batchField).selectOption('dates.published');
  await dialog.getByLabel(d.batchValue, { exact: true }).fill('الأمس');
  await expect(dialog.getByRole('button', { name: d.apply })).toBeDisabled();
  await dialog.getByLabel(d.batchField).selectOption('source');
  await dialog.getByLabel(d.batchValue, { exact: true }).fill('صحيفة القدس');
  await dialog.getByRole('button', { name: d.apply }).click();
  await expect(page.getByRole('complementary').getByRole('button', { name: 'صحيفة القدس' })).toContainText('٦');
});

test('fields are kept as they are left, and what is wrong is said in words', async ({ page }) => {
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('t');
  await page.getByRole('dialog').getByLabel(d.tagName).fill('ملف');
  await page.keyboard.press('Enter');
  const undo = toast(page).locator('button', { hasText: w.undo });
  await expect(undo).toHaveCount(1);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: w.edit });
  await dialog.getByLabel('المصدر').fill('الأهرام');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('status')).toContainText(d.autosaved);
  // The notice of the tag would undo the edit: it offers nothing any more.
  await expect(page.locator('output', { hasText: /وُسم مقال واحد بـ«.?ملف/ })).toBeVisible();
  await expect(page.locator('output', { hasText: /وُسم مقال واحد بـ«.?ملف/ }).locator('button')).toHaveText([w.close]);
  const published = dialog.getByLabel('تاريخ النشر');
  const state = dialog.getByRole('status');
  await published.fill('31/2/2024');
  await page.keyboard.press('Tab');
  await expect(dialog).toContainText('لا يُفهم تاريخًا');
  await expect(state).toHaveText('لم يُحفظ: تاريخ النشر');
  await dialog.getByLabel('ملاحظات').fill('بخلاف التاريخ حُفظت.');
  await page.keyboard.press('Tab');
  // Leaving does not drop what was refused: it leads to it, and asks.
  await page.keyboard.press('Escape');
  await expect(published).toBeFocused();
  await expect(published).toHaveValue('31/2/2024');
  await expect(state).toContainText(d.unsavedHint);
  await dialog.getByRole('button', { name: d.dropUnsaved }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('e');
  await expect(dialog.getByLabel('ملاحظات')).toHaveValue('بخلاف التاريخ حُفظت.');
  await expect(published).not.toHaveValue('31/2/2024');
  await published.fill('٤ مايو ٢٠٢٤');
  await page.keyboard.press('Tab');
  await expect(published).toHaveValue('٤ مايو ٢٠٢٤');
  await published.fill('صيف 2015');
  await page.keyboard.press('Tab');
  await expect(published).toHaveValue('صيف ٢٠١٥');
  await expect(state).toHaveText(d.autosaved);
  await published.fill('٤ مايو ٢٠٢٤');
  await page.keyboard.press('Tab');
  await expect(published).toHaveValue('٤ مايو ٢٠٢٤');
  await dialog.getByLabel('الكتّاب').fill('نادر علي\nسعاد حسني');
  await page.keyboard.press('Tab');
  // What is half typed is dropped first, and then the form is left.
  const source = dialog.getByLabel('المصدر');
  await source.fill('نصف كل');
  await page.keyboard.press('Escape');
  await expect(source).toHaveValue('الأهرام');
  await expect(dialog).toBeVisible();
  await expect(state).toHaveText(d.autosaved);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article')).toContainText('نادر علي، سعاد حسني · الأهرام · نُشر');
  await expect(page.getByRole('article')).toContainText('٤ مايو ٢٠٢٤');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('article')).not.toContainText('نادر علي');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('article')).not.toContainText('٤ مايو ٢٠٢٤');
});

test('a notice takes its offer back when it is overtaken, and goes by itself, but not from under a person', async ({ page }) => {
  await page.clock.install();
  const undo = toast(page).getByRole('button', { name: w.undo });
  const close = toast(page).getByRole('button', { name: w.close });
  const wait = (seconds: number) => page.clock.fastForward(seconds * 1000);
  await row(page, 2).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.getByRole('button', { name: w.moveToTrash }).click();
  await expect(toast(page)).toContainText(w.trashed);
  await undo.click();
  await expect(toast(page).getByRole('button', { name: d.redo })).toBeVisible();
  await expect(total(page)).toContainText('٥٩ مقالًا');
  await page.keyboard.press('Delete');
  await expect(undo).toBeVisible();
  await expect(total(page)).toContainText('٥٨ مقالًا');
  // Another act comes after it: what is told is still so, and is not told for long.
  await row(page, 3).click();
  const next = await row(page, 3).locator('strong').textContent();
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(next!);
  await page.getByLabel(w.addTag).fill('وسم أخير');
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(toast(page)).toContainText('نُقل مقال واحد إلى المحذوفات');
  await wait(9);
  await expect(toast(page)).toBeEmpty();
  // What offers something stands for a minute, and for as long as the pointer or the keyboard is on it.
  await row(page, 4).click();
  await page.locator('#list').press('Delete');
  await expect(undo).toBeVisible();
  await wait(30);
  await undo.hover();
  await wait(60);
  await expect(undo).toBeVisible();
  await undo.focus();
  await page.mouse.move(5, 5);
  await wait(60);
  await expect(undo).toBeVisible();
  await page.locator('#list').focus();
  await wait(60);
  await expect(toast(page)).toBeEmpty();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: d.palette }).fill(readingAr.messages);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('نُقل مقال واحد إلى المحذوفات');
  await page.keyboard.press('Escape');
  // What was refused is to be known.
  await page.evaluate(() => {
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true }));
  });
  await expect(toast(page)).toContainText(d.nothingPasted);
  await wait(600);
  await expect(close).toBeVisible();
});

test('what is chosen is exported, or the whole list after it is said how much that is', async ({ page }) => {
  const dialog = page.getByRole('dialog');
  const save = async (format: string): Promise<string[]> => {
    await dialog.getByLabel(d.format).selectOption(format);
    const waiting = page.waitForEvent('download');
    await dialog.getByRole('button', { name: d.exportNow }).click();
    return (await readFile(await (await waiting).path(), 'utf8')).trim().split('\n');
  };
  await expect(row(page, 0)).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(dialog).toContainText('٥٩ مقالًا');
  await expect(dialog.locator('optgroup')).toHaveCount(3);
  await dialog.getByLabel(d.format).selectOption('text');
  await expect(dialog.getByRole('group', { name: readingAr.printNotes })).toBeVisible();
  const whole = await save('citations');
  expect(whole).toHaveLength(59);
  await row(page, 1).click();
  await row(page, 3).click({ modifiers: ['Shift'] });
  const titles = await chosen(page).locator('strong').allTextContents();
  await page.getByRole('button', { name: d.exportChosen }).click();
  await expect(dialog).toContainText('وهي ٣');
  const some = await save('citations');
  expect(some).toHaveLength(3);
  for (const title of titles) expect(some.some((line) => line.includes(title.replaceAll('«', '“').replaceAll('»', '”')))).toBe(true);
  for (const line of some) expect(whole).toContain(line);
  await expect(toast(page)).toContainText('صُدِّرت ٣ مقالات');
});

test('one key copies the citation', async ({ page, host }) => {
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  const title = (await page.getByRole('article').getByRole('heading', { level: 2 }).first().textContent())!;
  await page.keyboard.press('c');
  await expect(toast(page)).toContainText('نُسخت الإحالة إلى الحافظة');
  test.skip(host === 'electron', 'the clipboard is the person’s own');
  // A paste tells what was copied, without a permission.
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Control+v');
  const pasted = await page.getByRole('searchbox').inputValue();
  expect(pasted).toContain(`«${title.replaceAll('«', '“').replaceAll('»', '”')}»، `);
  expect(pasted.endsWith('.')).toBe(true);
});
