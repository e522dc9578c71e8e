// axe on what cares for the archive: conflicts, history, deletion, fixity, notices; in both languages and both themes.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test as base } from '../host.fixture.ts';
import { seriousInEveryLook } from '../support/axe.ts';
import { prepare } from '../support/prepared.ts';
import { tellReadOnly } from '../support/read-only.ts';

const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    const { add, byHand, run } = prepare(home, dir);
    const [trashed, id] = add('خبر محذوف\n\nنص الخبر المحذوف.', 'خبر عن الكتب\n\nهذه فقرة عن الكتب القديمة في الأسواق.') as [
      string,
      string,
    ];
    run('trash', trashed);
    byHand(id, (record) => ({ ...record, title: 'خبر عن الكتب في بغداد' }), '.sync-conflict-1');
    byHand(id, (record) => ({ ...record, title: 'خبر عن الكتب في القاهرة', source: 'الوقت' }));
    await use(dir);
  },
});

/** So that the report has something to list. */
function addStray(dir: string): void {
  const originals = join(dir, 'data', 'originals');
  writeFileSync(join(originals, readdirSync(originals)[0]!, 'note.txt'), 'غريب');
}

test('no serious violation in either language and theme', async ({ page, host, archiveDir }) => {
  test.skip(host !== 'loopback', 'analysed on loopback');
  test.setTimeout(180_000);
  const check = async (screen: string) => expect.soft(await seriousInEveryLook(page), screen).toEqual([]);
  await page.getByRole('button', { name: w.settings }).click();
  addStray(archiveDir);
  await page.getByRole('button', { name: w.verify }).click();
  await expect(page.getByRole('list', { name: w.unknown })).toBeVisible();
  await check('fixity');
  await page.keyboard.press('Escape');
  await page.locator('#list a').first().click();
  await expect(page.getByRole('region', { name: w.conflict, exact: true })).toBeVisible();
  await check('conflict');
  await page.getByRole('button', { name: w.history }).click();
  await page.getByRole('radio').last().check({ force: true });
  await expect(page.getByRole('dialog').locator('dl ins').first()).toBeVisible();
  await check('history');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: w.trash, exact: true }).click();
  await page.locator('#list a', { hasText: 'خبر محذوف' }).click();
  await page.getByRole('button', { name: w.emptyTrash }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await check('empty the trash');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: w.purge }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await check('purge');
  await tellReadOnly(page, 'locked', { acts: 2, quarantined: 1 });
  await expect(page.getByRole('region', { name: w.state })).toContainText(w.recovered);
  await expect(page.locator('#list a').first()).toBeVisible();
  await check('notices');
});
