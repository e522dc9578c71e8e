// The original beside its text, as it looks: pages of a PDF, a picture; and what cannot be shown says so.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readingAr as r } from '../../src/i18n/reading.ar.ts';
import { expect, test as base } from '../host.fixture.ts';
import { seriousInEveryLook } from '../support/axe.ts';
import { pdfOf, scannedPdf } from '../support/pdf-pages.ts';
import { prepare } from '../support/prepared.ts';

const PAGES = 60;
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    const { add, byHand, run } = prepare(home, dir);
    const path = join(home, 'report.pdf');
    writeFileSync(path, await pdfOf(PAGES));
    run('import', path);
    const others: [title: string, mediaType: string, bytes: Buffer][] = [
      ['أصل مقفل', 'application/pdf', await pdfOf(1, 'secret')],
      ['أصل تالف', 'application/pdf', Buffer.from('%PDF-1.7\nnothing')],
      ['أصل ممسوح', 'application/pdf', scannedPdf()],
      ['أصل مصوّر', 'image/png', Buffer.from(pixel, 'base64')],
      ['أصل طويل', 'text/csv', Buffer.from('خبر عن الكتب القديمة\n'.repeat(26_000))],
      ['صورة تالفة', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ];
    const ids = add(...others.map(([title]) => `${title}\n\nنص المقال الذي له ${title}.`));
    for (const [at, [, mediaType, bytes]] of others.entries()) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const folder = join(dir, 'data', 'originals', sha256.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, sha256), bytes);
      byHand(ids[at]!, (record) => ({
        ...record,
        files: [{ sha256, bytes: bytes.length, name: 'original', mediaType, role: 'original' }],
      }));
    }
    await use(dir);
  },
});

async function openBeside(page: Page, title: string): Promise<void> {
  await page.locator('#list a', { hasText: title }).click();
  await expect(page.getByRole('article')).toContainText(title);
  await page.getByRole('article').focus();
  await page.keyboard.press('o');
}

test('pages of a PDF stand beside its text, and only those in sight are drawn', async ({ page, host }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openBeside(page, 'Report of the library');
  const dialog = page.getByRole('dialog');
  const pages = dialog.getByRole('region', { name: r.original });
  await expect(pages.getByRole('figure')).toHaveCount(PAGES);
  const drawn = (name: string) => pages.getByRole('figure', { name, exact: true }).locator('canvas');
  await expect(drawn('الصفحة ١')).toBeVisible();
  await expect(dialog.getByRole('region', { name: r.text })).toContainText('words of page 1');
  // Where it is gone through with the keys, what is passed is not kept.
  await pages.focus();
  await page.keyboard.press('End');
  await expect(drawn('الصفحة ٦٠')).toBeVisible();
  await expect(drawn('الصفحة ١')).toHaveCount(0);
  expect(await pages.locator('canvas').count()).toBeLessThan(8);
  const colours = await drawn('الصفحة ٦٠').evaluate((sheet: HTMLCanvasElement) => {
    const { data } = sheet.getContext('2d')!.getImageData(0, 0, sheet.width, sheet.height);
    return new Set(data.filter((_, i) => i % 4 === 0)).size;
  });
  expect(colours).toBeGreaterThan(2);
  if (host === 'loopback') {
    expect(await seriousInEveryLook(page)).toEqual([]);
    // What changes in the archive meanwhile, as the settings did, leaves a person where they are.
    await expect(drawn('الصفحة ٦٠')).toBeInViewport();
  }
  const origin = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
});

test('a picture is shown, and a scan; what is locked or damaged says so, and can be downloaded', async ({ page }) => {
  const dialog = page.getByRole('dialog');
  for (const [title, sentence] of [
    ['أصل مقفل', r.pdfProtected],
    ['أصل تالف', r.pdfDamaged],
    ['صورة تالفة', r.pictureDamaged],
  ] as const) {
    await openBeside(page, title);
    await expect(dialog.getByRole('alert')).toHaveText(sentence);
    await expect(dialog.getByRole('region', { name: r.text })).toContainText(`نص المقال الذي له ${title}`);
    await expect(dialog.getByRole('button', { name: 'تنزيل الأصل' })).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await openBeside(page, 'أصل مصوّر');
  const picture = dialog.getByRole('img', { name: r.originalPicture });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  await page.keyboard.press('Escape');
  await openBeside(page, 'أصل طويل');
  await expect(dialog).toContainText(r.longBeside);
  await page.keyboard.press('Escape');
  await openBeside(page, 'أصل ممسوح');
  const middle = dialog.locator('canvas').evaluate((sheet: HTMLCanvasElement) => {
    const [red] = sheet.getContext('2d')!.getImageData(sheet.width / 2, sheet.height / 2, 1, 1).data;
    return red;
  });
  expect(await middle).toBe(0);
});
