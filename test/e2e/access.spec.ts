// axe on every screen, in both languages and both themes.
import { expect, test } from '../host.fixture.ts';
import { seriousOn } from '../support/axe.ts';
import { choose } from '../support/choose.ts';
import { isSpared } from '../support/whole-run.ts';

const words = {
  ar: { settings: 'الإعدادات', export: 'تصدير PDF', edit: 'تحرير', import: 'استيراد', language: 'العربية', light: 'فاتح', dark: 'داكن' },
  en: { settings: 'Settings', export: 'Export PDF', edit: 'Edit', import: 'Import', language: 'English', light: 'Light', dark: 'Dark' },
};

for (const language of ['ar', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`no serious violation in ${language}, ${theme}`, async ({ page, host }) => {
      test.skip(isSpared(language, theme, host), 'two of the four are enough here');
      // Six analyses of the whole page.
      test.slow();
      const w = words[language];
      const check = async (screen: string) => expect.soft(await seriousOn(page), screen).toEqual([]);
      await page.getByRole('button', { name: words.ar.settings }).click();
      await choose(page.getByRole('radio', { name: w.language }));
      await choose(page.getByRole('radio', { name: w[theme] }));
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await check('settings');
      await page.keyboard.press('Escape');
      await expect(page.locator('#list a')).toHaveCount(1);
      await check('library');
      await page.getByRole('searchbox').fill('ولايتي');
      await page.locator('#list a:has(mark)').first().click();
      await expect(page.getByRole('article').locator('mark').first()).toBeVisible();
      await check('reader');
      await page.getByRole('button', { name: w.export }).click();
      await expect(page.locator('canvas').first()).toBeVisible();
      await check('export');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: w.edit, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check('edit');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: w.import }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check('import');
    });
