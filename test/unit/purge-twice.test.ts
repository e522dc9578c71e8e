// Purging empties lines of the journal; the chain of lines still closes, however often a line is emptied.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRecords } from '../fault/support/json-archive.ts';
import { makeFolder, withArchive } from '../fault/support/open-archive.ts';
import { verified } from '../fault/support/verified.ts';

test('items of one act that are purged one after another leave a journal that verifies', async () => {
  using folder = makeFolder();
  const [dir, cacheDir] = [join(folder.dir, 'أرشيف'), join(folder.dir, 'cache')];
  const [first, second, third] = (await makeRecords(dir, cacheDir, 3)) as [string, string, string];
  await withArchive(dir, cacheDir, async ({ client }) => {
    await client.item.edit({ id: third, set: { notes: ['سطر بعده'] } });
    await client.item.purge({ ids: [first] });
    await client.item.purge({ ids: [second] });
  });
  expect(await verified(dir)).toEqual({ missing: [], altered: [] });
});
