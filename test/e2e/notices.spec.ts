// What must be known of the archive is said above everything.
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from '../host.fixture.ts';
import { prepare } from '../support/prepared.ts';
import { tellReadOnly } from '../support/read-only.ts';

const test = base.extend({
  archiveDir: async ({ home }, use) => {
    const dir = `${home}/archive`;
    const { add } = prepare(home, dir);
    add('خبر عن الكتب\n\nهذه فقرة عن الكتب القديمة.');
    // The last line of a journal that a sudden end left torn.
    const journal = join(dir, 'data', 'journal');
    const segment = readdirSync(journal, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'))[0]!;
    appendFileSync(join(journal, segment), '{"sum":"00');
    await use(dir);
  },
});

test('what opening had to mend is told once', async ({ page }) => {
  const state = page.getByRole('region', { name: 'حال الأرشيف' });
  await expect(state).toContainText('أُغلق الأرشيف فجأة في المرة الماضية: وُضع سطر ناقص جانبًا. كل ما أُعلن حفظه سليم.');
  await state.getByRole('button', { name: 'إغلاق' }).click();
  await expect(state).not.toContainText('فجأة');
  await expect(page.locator('#list a')).toHaveCount(1);
});

const reasons = { locked: 'في برنامج آخر', 'disk-full': 'القرص ممتلئ', 'not-writable': 'لا إذن بالكتابة', asked: 'كما طُلب' };
for (const [reason, said] of Object.entries(reasons))
  test(`an archive that is only read says why: ${reason}`, async ({ page, host }) => {
    test.skip(host !== 'loopback', 'the answer is changed in the network');
    await tellReadOnly(page, reason);
    await expect(page.getByRole('region', { name: 'حال الأرشيف' })).toContainText(said);
  });

test('an archive that is only read is not edited, but read, searched and exported', async ({ page, host }) => {
  test.skip(host !== 'loopback', 'the answer is changed in the network');
  await tellReadOnly(page, 'locked');
  await expect(page.getByRole('button', { name: 'استيراد' })).toBeDisabled();
  await page.getByRole('searchbox').fill('الكتب');
  await page.locator('#list a:has(mark)').first().click();
  await expect(page.getByRole('article').locator('mark').first()).toBeVisible();
  for (const name of ['تحرير', 'نقل إلى المحذوفات']) await expect(page.getByRole('button', { name, exact: true })).toBeDisabled();
  await expect(page.getByLabel('أضف وسمًا')).toBeDisabled();
  await page.getByRole('button', { name: 'سجل التغييرات' }).click();
  await expect(page.getByRole('dialog')).toContainText('لم يتغيّر المقال منذ أُضيف');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'تصدير PDF' }).click();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await page.keyboard.press('Escape');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['خبر مُفلَت\n\nنصه.'], 'dropped.txt', { type: 'text/plain' }));
    return data;
  });
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('status', { name: 'تنبيهات' })).toContainText('في برنامج آخر');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
