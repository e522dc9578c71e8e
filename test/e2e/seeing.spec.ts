// The result as pictures that narrow it: with the mouse, by keyboard alone, as tables, saved; and axe on each.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { seeingAr } from '../../src/i18n/seeing.ar.ts';
import { seeingEn } from '../../src/i18n/seeing.en.ts';
import { windowAr } from '../../src/i18n/window.ar.ts';
import { windowEn } from '../../src/i18n/window.en.ts';
import { expect } from '../host.fixture.ts';
import { seriousInEveryLook } from '../support/axe.ts';
import { deskTest } from '../support/desk-home.ts';
import { choose } from '../support/choose.ts';

const test = deskTest(60);

/** Of the list: the number before the word. */
const total = (page: Page, w = windowAr) => page.getByRole('region', { name: w.library }).getByRole('status').first();
const marks = (page: Page) => page.locator('#see svg [role=button]');
const nameOf = async (page: Page) => (await page.locator(':focus').getAttribute('aria-label')) ?? '';
const articlesIn = (name: string): string => /: ([^—،]+?)(?: —|$)/u.exec(name)![1]!;
const yearIn = (name: string): number => Number([.../[٠-٩]{4}/u.exec(name)![0]].map((digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit)).join(''));

test('what is clicked narrows the list, clicked again it does not; the picture is saved as a file that stands alone', async ({ page }) => {
  await page.getByRole('button', { name: seeingAr.see }).click();
  await expect(page.getByRole('group', { name: seeingAr.timeTitle })).toBeVisible();
  await expect(total(page)).toHaveText(/[٠-٩]/u);
  const all = (await total(page).textContent())!;
  const bar = marks(page).nth(2);
  const name = (await bar.getAttribute('aria-label'))!;
  // Time goes from right to left.
  const [first, last] = await Promise.all([marks(page).first().boundingBox(), marks(page).last().boundingBox()]);
  expect(first!.x).toBeGreaterThan(last!.x);
  await bar.click();
  await expect(total(page)).toHaveText(articlesIn(name));
  await expect(page.getByRole('list', { name: windowAr.chosen })).toContainText(/[٠-٩]{4}/u);
  await page.getByRole('button', { name: new RegExp(`^${windowAr.removeFilter}`, 'u') }).click();
  await expect(total(page)).toHaveText(all);

  await choose(page.getByRole('radio', { name: seeingAr.tags }));
  await expect(page.getByRole('group', { name: seeingAr.tagsTitle })).toBeVisible();
  const cell = page.getByRole('button', { name: /، [٠-٩]{4}: /u }).nth(3);
  const cellName = (await cell.getAttribute('aria-label'))!;
  await cell.click();
  await expect(total(page)).toHaveText(articlesIn(cellName));
  await expect(page.getByRole('list', { name: windowAr.chosen }).getByRole('button')).toHaveCount(2);
  await page.getByRole('list', { name: windowAr.chosen }).getByRole('button').first().click();
  await page.getByRole('list', { name: windowAr.chosen }).getByRole('button').first().click();

  await choose(page.getByRole('radio', { name: seeingAr.map }));
  // A line stands for both of its names: pressed where it is farthest from them.
  const tie = page.locator('#see svg svg [role=button]').last();
  const tieName = (await tie.getAttribute('aria-label'))!;
  const point = await tie.locator('path').evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
    const { a, d, e, f } = path.getScreenCTM()!;
    return { x: a * x + e, y: d * y + f };
  });
  await page.mouse.click(point.x, point.y);
  await expect(total(page)).toHaveText(/([^:]+)$/u.exec(tieName)![1]!.trim());
  await expect(page.locator('#see svg svg [aria-pressed=true]')).toHaveCount(1);
  await page.evaluate(() => (location.hash = '/?see=map'));
  await expect(total(page)).toHaveText(all);
  const author = page.getByRole('button', { name: /^الكاتب .ليلى حدّاد/u });
  const articles = articlesIn((await author.getAttribute('aria-label'))!);
  await author.click();
  await expect(page.getByRole('searchbox')).toHaveValue('كاتب:"ليلى حدّاد"');
  await expect(total(page)).toHaveText(articles);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: seeingAr.save }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('warraq-map.svg');
  const svg = await readFile(await download.path(), 'utf8');
  // A browser reads it as XML, without this page's style, and shows it.
  const seen = await page.evaluate(async (text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    const image = new Image();
    image.src = `data:image/svg+xml;base64,${btoa(String.fromCodePoint(...new TextEncoder().encode(text)))}`;
    await image.decode();
    const of = (tag: string) => read.querySelector(`svg > ${tag}`)?.textContent;
    return { error: read.querySelector('parsererror')?.textContent, title: of('title'), desc: of('desc'), width: image.naturalWidth };
  }, svg);
  expect(seen).toMatchObject({ error: undefined, title: seeingAr.mapTitle });
  expect(seen.desc).toContain(articles);
  expect(seen.width).toBeGreaterThan(300);
});

/** Tab after tab, as far as the picture. */
async function intoPicture(page: Page): Promise<void> {
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.closest('svg') !== null && document.activeElement !== document.body)) return;
  }
  throw new Error('The keyboard does not come into the picture.');
}

test('by keyboard alone, in Arabic and in English', async ({ page }) => {
  await expect(page.locator('#row-0')).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('group', { name: seeingAr.timeTitle })).toBeVisible();
  await page.getByRole('radio', { name: seeingAr.timeline }).focus();
  await intoPicture(page);
  const from = yearIn(await nameOf(page));
  await page.keyboard.press('ArrowLeft');
  expect(yearIn(await nameOf(page))).toBeGreaterThan(from);
  await page.keyboard.press('ArrowRight');
  expect(yearIn(await nameOf(page))).toBe(from);
  await page.keyboard.press('End');
  const name = await nameOf(page);
  await page.keyboard.press('Enter');
  await expect(total(page)).toHaveText(articlesIn(name));
  // What had the focus may be gone; the focus is not.
  await expect(page.locator('#see svg :focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('#see')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('English');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await page.evaluate(() => {
    location.hash = '/?see=map';
  });
  await expect(page.getByRole('group', { name: seeingEn.mapTitle })).toBeVisible();
  await page.getByRole('radio', { name: seeingEn.map }).focus();
  await intoPicture(page);
  const top = await nameOf(page);
  await page.keyboard.press('ArrowDown');
  const second = await nameOf(page);
  expect(second).not.toBe(top);
  await page.keyboard.press('Space');
  await expect(total(page, windowEn)).toHaveText(articlesIn(second));
  // The same as a table.
  await page.getByRole('radio', { name: seeingEn.table }).press('Space');
  await expect(page.getByRole('columnheader')).toHaveText([seeingEn.name, seeingEn.with, seeingEn.common]);
});

test('no serious violation in either language and theme', async ({ page, host }) => {
  test.skip(host !== 'loopback', 'analysed on loopback');
  test.setTimeout(120_000);
  const check = async (screen: string) => expect.soft(await seriousInEveryLook(page), screen).toEqual([]);
  await page.getByRole('button', { name: seeingAr.see }).click();
  await marks(page).nth(1).click();
  await expect(marks(page).first()).toBeVisible();
  await check('timeline');
  await choose(page.getByRole('radio', { name: seeingAr.table }));
  await expect(page.locator('#see table')).toBeVisible();
  await check('table');
  await choose(page.getByRole('radio', { name: seeingAr.chart }));
  await choose(page.getByRole('radio', { name: seeingAr.tags }));
  await expect(page.getByRole('group', { name: seeingAr.tagsTitle })).toBeVisible();
  await check('tags');
  await choose(page.getByRole('radio', { name: seeingAr.map }));
  await expect(page.getByRole('group', { name: seeingAr.mapTitle })).toBeVisible();
  await check('map');
});
