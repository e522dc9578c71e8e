// The search box by keyboard alone: what it offers, the very spelling, what was asked before; and from match to match in the article.
import { readingEn } from '../../src/i18n/reading.en.ts';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';
import { seriousOn } from '../support/axe.ts';

test('fields and names are offered as they are typed, in Arabic and English, and what was asked before', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  const box = page.getByRole('searchbox');
  const offers = page.getByRole('listbox', { name: d.offers }).getByRole('option');
  await page.keyboard.press('/');
  await page.keyboard.type('المص');
  await expect(offers).toHaveText(['مصدر:source:']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('مصدر:');
  // The field wants a name: those of the archive.
  await expect(offers).toHaveText(['الوقت']);
  expect(await seriousOn(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(box).toHaveAttribute('aria-activedescendant', (await offers.first().getAttribute('id'))!);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('مصدر:الوقت ');
  await expect(page.locator('#list a')).toHaveCount(1);
  await page.keyboard.type('ti');
  await expect(offers).toHaveText(['title:عنوان:']);
  // Escape puts the offers away first, then what is typed.
  await page.keyboard.press('Escape');
  await expect(offers).toHaveCount(0);
  await expect(box).toHaveValue('مصدر:الوقت ti');
  await page.keyboard.press('Escape');
  await box.fill('ولايتي');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(offers.first()).toHaveText('ولايتي');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('ولايتي');
  await box.fill('');
  await page.keyboard.press('Alt+ArrowDown');
  await offers.filter({ hasText: d.forgetRecent }).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(offers).toHaveCount(0);
});

test('the very spelling is asked for by a switch, and by its sign', async ({ page }) => {
  const box = page.getByRole('searchbox');
  const exact = page.getByRole('button', { name: d.exactly });
  await box.fill('ولايتى');
  await expect(page.locator('#list a')).toHaveCount(1);
  await exact.click();
  await expect(box).toHaveValue('= ولايتى');
  await expect(exact).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(w.noHits)).toBeVisible();
  await box.fill('= ولايتي');
  await expect(page.locator('#list a')).toHaveCount(1);
  await exact.click();
  await expect(box).toHaveValue('ولايتي');
  await expect(exact).toHaveAttribute('aria-pressed', 'false');
  // What of a query is not applied is said beside the box.
  await box.fill('ولايتي تاريخ:2024-13-45');
  const said = page.getByRole('status').filter({ hasText: 'تاريخًا، فلم يُطبَّق هذا القيد' });
  await expect(said).toContainText('2024-13-45');
  await expect(page.locator('#list a')).toHaveCount(1);
  await box.fill('تاريخ:أمس');
  await expect(page.getByRole('status').filter({ hasText: /لم يُفهم .*أمس.* تاريخًا. لم يُبحث عن شيء/u })).toBeVisible();
  await box.fill('مصدر:');
  await expect(page.getByRole('status').filter({ hasText: 'لم تُكتب قيمة بعد' })).toBeVisible();
  await expect(page.locator('#list a')).toHaveCount(1);
});

test('what is typed stays in the box while it goes into the address', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  // The browser tells of a new address when it comes to it.
  await page.evaluate(() => {
    const late = (e: Event): void => {
      if (!e.isTrusted) return;
      e.stopImmediatePropagation();
      setTimeout(() => dispatchEvent(new Event('hashchange')), 400);
    };
    addEventListener('hashchange', late, true);
  });
  const box = page.getByRole('searchbox');
  await box.pressSequentially('ولايتى');
  await expect(page).toHaveURL(/q=/);
  expect(await box.inputValue()).toBe('ولايتى');
});

test('in English, from one match to the next in the article, and round again', async ({ page }) => {
  await expect(page.locator('#list a')).toHaveCount(1);
  // A command is found by other words than its name too, in either language.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('language');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await page.getByRole('searchbox').fill('ولايتي');
  await expect(page.locator('#list a strong mark')).toHaveText('ولايتي');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const article = page.getByRole('article');
  const marks = article.locator('mark');
  await expect(article.locator('h2 mark')).toBeVisible();
  const count = await marks.count();
  expect(count).toBeGreaterThan(1);
  const current = () => marks.evaluateAll((all) => all.findIndex((one) => one.dataset['current'] === 'true'));
  await page.keyboard.press('F3');
  await expect.poll(current).toBe(0);
  await page.keyboard.press('F3');
  await expect.poll(current).toBe(1);
  await expect(marks.nth(1)).toBeInViewport();
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+F3');
  await expect.poll(current).toBe(count - 1);
  await page.getByRole('button', { name: readingEn.nextMatch }).click();
  await expect.poll(current).toBe(0);
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('button', { name: readingEn.nextMatch })).toHaveCount(0);
});
