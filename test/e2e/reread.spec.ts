// Letters that were read wrongly are repaired when a person says so; the encoding is chosen again; a file of many tells of all.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskAr as d } from '../../src/i18n/desk.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test as base } from '../host.fixture.ts';
import { prepare } from '../support/prepared.ts';
import { takeIn } from '../support/take-in.ts';

const text = 'خبر عن الكتب القديمة\n\nهذه فقرة عن المخطوطات في بغداد والقاهرة وفاس، وعن الوراقين الذين نسخوها وجلدوها وباعوها في الأسواق.';
/** As though UTF-8 had been taken for Windows-1252 and saved so. */
const garbled = new TextDecoder('windows-1252').decode(Buffer.from(text));

const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    prepare(home, dir).add(garbled);
    await use(dir);
  },
});

test('mojibake is shown beside its repair, and is repaired only on a press, which can be undone', async ({ page }) => {
  await page.locator('#list a').first().click();
  const banner = page.getByRole('region', { name: d.misread });
  await expect(banner).toContainText('خبر عن الكتب القديمة');
  await expect(page.getByRole('article')).not.toContainText('المخطوطات');
  await banner.getByRole('button', { name: d.repair }).click();
  await expect(page.getByRole('article')).toContainText('المخطوطات في بغداد');
  await expect(banner).toHaveCount(0);
  await page.getByRole('status', { name: w.notices }).getByRole('button', { name: w.undo }).click();
  await expect(page.getByRole('article')).not.toContainText('المخطوطات');
  await expect(banner).toBeVisible();
});

test('the encoding is chosen again, and the original is read anew', async ({ page }) => {
  await page.locator('#list a').first().click();
  await page.getByText(w.provenance, { exact: true }).click();
  await page.getByLabel(w.encoding).selectOption('windows-1256');
  await page.getByRole('button', { name: d.reread }).click();
  await expect(page.getByRole('status', { name: w.notices })).toContainText(d.rereadDone);
  await expect(page.getByRole('definition').filter({ hasText: 'windows-1256' })).toBeVisible();
});

test('a file of many articles tells of each', async ({ page, home }) => {
  const path = join(home, 'three.mbox');
  const mail = (n: number) =>
    `From a@b Sat Jan  1 00:00:00 2011\nFrom: a@b\nSubject: Letter number ${n}\nDate: Sat, 1 Jan 2011 00:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\nA letter about old books, number ${n}, with words enough to be read.\n\n`;
  writeFileSync(path, [1, 2, 3].map(mail).join(''));
  await takeIn(page, path);
  const lines = page.getByRole('list', { name: w.report }).getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(page.getByRole('dialog')).toContainText('أُضيفت ٣ مقالات');
  for (const n of [1, 2, 3]) await expect(lines.filter({ hasText: `Letter number ${n}` })).toHaveCount(1);
});
