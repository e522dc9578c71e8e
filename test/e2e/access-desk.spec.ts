// axe on what works on many articles, in both languages and both themes.
import { deskAr } from '../../src/i18n/desk.ar.ts';
import { deskEn } from '../../src/i18n/desk.en.ts';
import { windowAr } from '../../src/i18n/window.ar.ts';
import { windowEn } from '../../src/i18n/window.en.ts';
import { expect } from '../host.fixture.ts';
import { seriousOn } from '../support/axe.ts';
import { deskTest } from '../support/desk-home.ts';
import { choose } from '../support/choose.ts';
import { isSpared } from '../support/whole-run.ts';

const test = deskTest(40);

for (const [language, w, d] of [
  ['ar', windowAr, deskAr],
  ['en', windowEn, deskEn],
] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`no serious violation in ${language}, ${theme}`, async ({ page, host }) => {
      test.skip(isSpared(language, theme, host), 'two of the four are enough here');
      // Nine analyses of the whole page.
      test.setTimeout(180_000);
      const check = async (screen: string) => expect.soft(await seriousOn(page), screen).toEqual([]);
      const row = (n: number) => page.locator(`#row-${n}`);
      await page.getByRole('button', { name: windowAr.settings }).click();
      await choose(page.getByRole('radio', { name: language === 'ar' ? 'العربية' : 'English' }));
      await choose(page.getByRole('radio', { name: w[theme], exact: true }));
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await page.keyboard.press('Escape');
      await row(1).click();
      await row(4).click({ modifiers: ['Shift'] });
      await page.getByRole('treeitem').nth(1).click();
      await expect(page.getByRole('list', { name: w.chosen })).toBeVisible();
      await check('trees and filters');
      await page.getByRole('treeitem').nth(1).click();
      await expect(page.getByRole('list', { name: w.chosen })).toHaveCount(0);
      await row(1).click();
      await row(4).click({ modifiers: ['Shift'] });
      await expect(page.getByRole('main')).toContainText(d.chosenHint);
      await check('many chosen');
      await page.keyboard.press('t');
      await expect(page.getByRole('dialog')).toBeVisible();
      await check('a tag for many');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: d.batchEdit }).click();
      await page.getByRole('dialog').getByLabel(d.batchValues).fill('ملف');
      await expect(page.getByRole('dialog').locator('ins').first()).toBeVisible();
      await check('batch edit');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: d.palette })).toBeFocused();
      await check('palette');
      await page.keyboard.press('Escape');
      await page.getByRole('treeitem').first().click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
      await check('menu of a name');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: d.view, exact: true }).click();
      await page.getByRole('radio', { name: d.table }).click();
      await check('look of the list');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('columnheader').first()).toBeVisible();
      await check('table');
      await row(1).click();
      await expect(page.getByRole('article')).toBeVisible();
      await page.keyboard.press('e');
      await page.getByRole('dialog').locator('[name="dates.published"]').fill('أمس');
      await page.keyboard.press('Tab');
      await check('edit');
    });
