// The window at 200 % zoom and in the colours of the system: nothing is cut off, and where the keyboard is can be seen.
import type { Page } from '@playwright/test';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { readingAr as r } from '../../src/i18n/reading.ar.ts';
import { seeingAr as g } from '../../src/i18n/seeing.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect } from '../host.fixture.ts';
import { seriousOn, speak } from '../support/axe.ts';
import { deskTest } from '../support/desk-home.ts';
import { cutOff, unseenStops, zoomed } from '../support/sight.ts';

const test = deskTest(40);
test.skip(({ host }) => host !== 'loopback', 'the same page in the same Chromium');

const row = (page: Page, n: number) => page.locator(`#row-${n}`);

test('at 200 % nothing is cut off, and the list and what is read take turns', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize(zoomed);
  const check = async (screen: string) => {
    for (const language of ['en', 'ar'] as const) {
      await speak(page, language);
      expect.soft(await cutOff(page), `${screen}, ${language}`).toEqual([]);
    }
  };
  const dialog = page.getByRole('dialog');
  await expect(row(page, 0)).toBeVisible();
  await check('library');
  // The arrow keys walk without leaving the list; Enter reads, and the way back leads to the same row.
  await page.locator('#list').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#list')).toHaveAttribute('aria-activedescendant', 'row-2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeFocused();
  await expect(page.locator('#list')).toBeHidden();
  await check('article');
  const title = await page.getByRole('article').getByRole('heading', { level: 2 }).textContent();
  await page.keyboard.press('j');
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).not.toHaveText(title!);
  await expect(page.getByRole('article')).toBeFocused();
  await page.getByRole('button', { name: r.toList }).press('Enter');
  await expect(page.locator('#list')).toBeFocused();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.keyboard.press('e');
  await expect(dialog).toBeVisible();
  await check('edit');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  await expect(page.locator('canvas').first()).toBeVisible();
  await check('export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await row(page, 0).click({ modifiers: ['Control'] });
  await row(page, 2).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('main')).toContainText(d.chosenHint);
  await expect(page.locator('#list')).toBeVisible();
  await check('many chosen');
  await page.keyboard.press('e');
  await dialog.getByLabel(d.batchValues).fill('ملف');
  await expect(dialog.locator('ins').first()).toBeVisible();
  await check('batch edit');
  await page.keyboard.press('Escape');
  await page.locator('#list').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await check('table');
  for (const see of ['timeline', 'map'] as const) {
    await page.evaluate((to) => (location.hash = `/?see=${to}`), see);
    await expect(page.getByRole('group', { name: see === 'map' ? g.mapTitle : g.timeTitle })).toBeVisible();
    await check(see);
  }
  for (const [screen, name] of [
    ['settings', w.settings],
    ['tags', w.manageTags],
    ['import', w.import],
    ['help', r.help],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await expect(dialog).toBeVisible();
    await check(screen);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('in the colours of the system, what is chosen and where the keyboard is can be seen', async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ forcedColors: 'active' });
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  // What is chosen does not look as what is not.
  const looks = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => {
        const { backgroundColor, outlineStyle } = getComputedStyle(one);
        return `${backgroundColor} ${outlineStyle}`;
      });
  expect(await looks('[role=row][aria-selected=true]')).not.toBe(await looks('[role=row][aria-selected=false]'));
  await page.getByRole('treeitem').nth(1).click();
  expect(await looks('[role=treeitem][aria-selected=true]')).not.toBe(await looks('[role=treeitem][aria-selected=false]'));
  await page.getByRole('treeitem').nth(1).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: d.palette })).toBeFocused();
  expect(await looks('[role=option][aria-selected=true]')).not.toBe(await looks('[role=option][aria-selected=false]'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: d.view, exact: true }).click();
  expect(await looks('input:checked + span')).not.toBe(await looks('input:not(:checked) + span'));
  await page.keyboard.press('Escape');
  expect.soft(await seriousOn(page), 'library').toEqual([]);
  await row(page, 1).click();
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
  expect(await unseenStops(page, 40)).toEqual([]);
});

test('where the keyboard is can be seen in the colours of the window too', async ({ page }) => {
  test.setTimeout(60_000);
  await row(page, 1).click();
  await expect(page.getByRole('article')).toBeVisible();
  await page.locator('body').evaluate(() => (document.activeElement as HTMLElement).blur());
  expect(await unseenStops(page, 40)).toEqual([]);
});
