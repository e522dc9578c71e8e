// axe on every screen of one article, in both languages and both themes; and both ways to a theme are one.
import { readingAr } from '../../src/i18n/reading.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { seriousInEveryLook } from '../support/axe.ts';
import { choose } from '../support/choose.ts';

test('no serious violation in either language and theme', async ({ page, host }) => {
  // Desktop hosts show the same page in the same Chromium.
  test.skip(host !== 'loopback', 'analysed on loopback');
  test.setTimeout(120_000);
  const check = async (screen: string) => expect.soft(await seriousInEveryLook(page), screen).toEqual([]);
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('region', { name: readingAr.tour })).toBeVisible();
  await check('tour');
  await page.getByRole('button', { name: w.settings }).click();
  await expect(dialog).toBeVisible();
  await check('settings');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill('ولايتي');
  await page.locator('#list a:has(mark)').first().click();
  await expect(page.getByRole('article').locator('mark').first()).toBeVisible();
  await check('reader');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: w.export }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await check('export');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: w.edit, exact: true }).click();
  await expect(dialog).toBeVisible();
  await check('edit');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: w.import }).click();
  await expect(dialog).toBeVisible();
  await check('import');
});

test('a theme that is chosen is the theme of the system that is so', async ({ page, host }) => {
  test.skip(host !== 'loopback', 'the same style sheet');
  const inks = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [
        '--paper',
        '--sheet',
        '--shade',
        '--line',
        '--ink',
        '--soft',
        '--edge',
        '--accent',
        '--mark',
        '--wash',
        '--fresh',
        '--gone',
      ].map((name) => style.getPropertyValue(name));
    });
  const light = await inks();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await inks();
  expect(dark).not.toEqual(light);
  await page.getByRole('button', { name: w.settings }).click();
  await choose(page.getByRole('radio', { name: w.light, exact: true }));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await inks()).toEqual(light);
  await page.emulateMedia({ colorScheme: 'light' });
  await choose(page.getByRole('radio', { name: w.dark, exact: true }));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await inks()).toEqual(dark);
});
