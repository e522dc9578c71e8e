// An article that was changed in two places apart: both values are seen, and a person decides.
import { expect, test as base } from '../host.fixture.ts';
import { prepare } from '../support/prepared.ts';

type Record = { dates: object };
const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    const { add, byHand } = prepare(home, dir);
    const [id] = add('خبر عن الكتب\n\nهذه فقرة عن الكتب القديمة في الأسواق.', 'خبر آخر\n\nنص الخبر الآخر.') as [string, string];
    const dates = (record: object, value: string) => ({ ...(record as Record).dates, published: { value, calendar: 'gregorian' } });
    byHand(id, (record) => ({ ...record, title: 'خبر عن الكتب في بغداد', dates: dates(record, '2023-02-01') }), '.sync-conflict-1');
    byHand(id, (record) => ({ ...record, title: 'خبر عن الكتب في القاهرة', dates: dates(record, '2023-01-30') }));
    await use(dir);
  },
});

test('both values of each field are shown, and one is chosen for each', async ({ page }) => {
  const rows = page.locator('#list a');
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: 'تعارض' })).toHaveCount(1);
  await rows.filter({ hasText: 'تعارض' }).click();
  const banner = page.getByRole('region', { name: 'تعارض', exact: true });
  const title = banner.getByRole('region', { name: 'العنوان' });
  await expect(title).toContainText('خبر عن الكتب في القاهرة');
  await expect(title).toContainText('خبر عن الكتب في بغداد');
  await expect(title).toContainText('sync-conflict-1');
  await expect(title.locator('mark')).toHaveText(['القاهرة', 'بغداد']);
  const dates = banner.getByRole('region', { name: 'التواريخ' });
  await expect(dates).toContainText('٣٠ يناير ٢٠٢٣');
  await expect(dates).toContainText('١ فبراير ٢٠٢٣');
  await title.getByRole('button', { name: 'خذ ما جاء من خارجه' }).click();
  await expect(title).toHaveCount(0);
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText('خبر عن الكتب في بغداد');
  // The keyboard is left at what is still to be decided.
  await page.keyboard.press('Tab');
  await expect(dates.getByRole('button', { name: 'أبقِ ما في أرشيفك' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(banner).toHaveCount(0);
  await expect(page.getByText('حُسم التعارض')).toBeVisible();
  await expect(page.getByRole('article')).toContainText('٣٠ يناير ٢٠٢٣');
  await expect(rows.filter({ hasText: 'تعارض' })).toHaveCount(0);
});

test('what was not chosen is in the history', async ({ page }) => {
  await page.locator('#list a').filter({ hasText: 'تعارض' }).click();
  const title = page.getByRole('region', { name: 'العنوان' });
  await title.getByRole('button', { name: 'خذ ما جاء من خارجه' }).click();
  await expect(title).toHaveCount(0);
  await page.getByRole('button', { name: 'سجل التغييرات' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('dl del')).toHaveText(['القاهرة']);
  await expect(dialog.getByRole('group', { name: 'النسخ' })).toContainText('من خارج البرنامج');
});
