// The other language by the keyboard alone: nothing of the first is left behind, and all of it is on the other side.
import type { Page } from '@playwright/test';
import { deskEn as d } from '../../src/i18n/desk.en.ts';
import { readingEn } from '../../src/i18n/reading.en.ts';
import { windowEn as w } from '../../src/i18n/window.en.ts';
import { expect } from '../host.fixture.ts';
import { deskTest } from '../support/desk-home.ts';

const test = deskTest(60);

/** Arabic words of the window itself: what articles and people say is isolated, and so are names in what is only heard. */
const leftBehind = (page: Page) =>
  page.evaluate(() => {
    const arabic = /[\u0600-\u06ff]/u;
    const own = 'bdi, #root [dir], [role=dialog] [dir], [role=treeitem], [role=row], [lang=ar], code, option';
    const said = [...document.querySelectorAll('#root *, [role=dialog] *')]
      .filter((one) => !one.closest(own))
      .flatMap((one) => [
        ...['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name)?.replace(/:.*$/su, '') ?? ''),
        ...[...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''),
      ]);
    return said.filter((text) => arabic.test(text));
  });

test('in English by keyboard alone: the list, its look, the menu of a tag, what is read and how', async ({ page }) => {
  await expect(page.locator('#row-0')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('English');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('complementary')).toHaveAccessibleName(w.filters);
  expect(await leftBehind(page)).toEqual([]);
  const side = (await page.getByRole('complementary').boundingBox())!;
  const list = (await page.locator('#list').boundingBox())!;
  expect(side.x).toBeLessThan(list.x);

  // Titles keep their own direction, whatever stands around them.
  await expect(page.locator('#list strong[dir=rtl]').first()).toBeVisible();
  await expect(page.locator('#list strong[dir=ltr]').first()).toContainText('Letters');
  // And begin where it begins, as they do where they are read.
  const gap = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const [text, box] = [range.getBoundingClientRect(), one.getBoundingClientRect()];
        return one.getAttribute('dir') === 'rtl' ? box.right - text.right : text.left - box.left;
      });
  for (const direction of ['rtl', 'ltr']) expect(await gap(`#list strong[dir=${direction}]`)).toBeLessThan(2);

  const height = async () => (await page.locator('#row-0').boundingBox())!.height;
  const roomy = await height();
  await page.keyboard.press('d');
  await expect.poll(height).toBeLessThan(roomy);
  await page.keyboard.press('l');
  const head = page.getByRole('columnheader', { name: d.columnNames.title });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');

  // Along the line is to the right here.
  const tag = page.getByRole('tree', { name: w.tags }).getByRole('treeitem', { expanded: true }).first();
  await tag.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await expect(page.getByRole('menuitem')).toHaveText([d.rename, d.moveInto, d.colour, d.removeName]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  const inner = page.getByRole('treeitem', { level: 2 }).and(page.locator(':focus'));
  await expect(inner).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(inner).toHaveAttribute('aria-selected', 'true');

  await page.locator('#list').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const article = page.getByRole('article');
  await expect(article.locator('[data-field=body] p').first()).toHaveCSS('direction', 'rtl');
  expect(await leftBehind(page)).toEqual([]);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: readingEn.help })).toBeVisible();
  expect(await leftBehind(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect((await page.locator('#row-0').boundingBox())!.height).toBeLessThan(roomy);
});

test('what is dragged out is text to other programs; nothing moves for who wants that; on paper stands the whole stretch', async ({
  page,
}) => {
  const first = page.locator('#row-0');
  await expect(first).toBeVisible();
  const taken = await first.evaluate((row) => {
    const transfer = new DataTransfer();
    row.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: transfer }));
    return transfer.getData('text/plain');
  });
  expect(taken).toBe(await first.locator('strong').textContent());
  const twist = page.getByRole('treeitem', { expanded: true }).first().locator('svg').first();
  await expect(twist).not.toHaveCSS('transition-duration', '0s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(twist).toHaveCSS('transition-duration', '0s');

  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const rows = page.locator('#list [role=row]');
  await expect(rows).toHaveCount(59);
  // One below the other, each in sight.
  const tops = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
  expect(tops.every((top, n) => n === 0 || top > tops[n - 1]!)).toBe(true);
  await expect(rows.last().locator('strong')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => rows.count()).toBeLessThan(59);
});
