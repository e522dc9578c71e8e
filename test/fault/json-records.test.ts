// Other programs' JSON in the place of records, all of it at once: the archive opens, the rest lists, and what was there is
// given back or set aside. One at a time: test/fault/system/json-records.test.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articlePath } from '#core/archive/layout.ts';
import { digestOf } from '#core/archive/records.ts';
import { asideIn, freshId, givenBack, keptInHistory, makeRecords, place, recordText } from './support/json-archive.ts';
import { jsonCases, oddRecords } from './support/json-cases.ts';
import { makeFolder, withArchive } from './support/open-archive.ts';

const REST = 10;

test('what is no record is set aside, and the record given back', async () => {
  using folder = makeFolder();
  const [dir, cacheDir] = [join(folder.dir, 'أرشيف'), join(folder.dir, 'cache')];
  const ids = await makeRecords(dir, cacheDir, jsonCases.length + REST);
  for (const [at, { bytes }] of jsonCases.entries()) {
    place(dir, ids[at]!, bytes);
    if (at % 4 === 0) place(dir, freshId(at), bytes);
  }
  // Looking about takes as long as it may; opening again goes on where it ended.
  for (let opening = 0; opening < 6; opening++) await withArchive(dir, cacheDir, async () => {});
  await withArchive(dir, cacheDir, async (opened) => {
    const { total } = await opened.client.item.list({ limit: 100_000 });
    expect(total).toBe(ids.length);
    for (const id of ids) expect(await givenBack(opened, id)).toBeUndefined();
  });
  const aside = asideIn(dir);
  for (const [at, { name, bytes }] of jsonCases.entries()) {
    // Of an empty file there is nothing to keep.
    if (bytes.length > 0) expect(aside.has(digestOf(bytes)), name).toBe(true);
    expect(existsSync(articlePath(dir, freshId(at))), name).toBe(false);
  }
}, 120_000);

test('a record with one odd thing is taken in or set aside, and what it was stays in its history', async () => {
  using folder = makeFolder();
  const [dir, cacheDir] = [join(folder.dir, 'أرشيف'), join(folder.dir, 'cache')];
  const ids = await makeRecords(dir, cacheDir, oddRecords.length + REST);
  for (const [at, { make }] of oddRecords.entries()) place(dir, ids[at]!, make(recordText(dir, ids[at]!)));
  for (let opening = 0; opening < 2; opening++) await withArchive(dir, cacheDir, async () => {});
  await withArchive(dir, cacheDir, async (opened) => {
    const { total } = await opened.client.item.list({ limit: 100_000 });
    expect(total).toBe(ids.length);
    for (const [at, { name }] of oddRecords.entries()) expect(await keptInHistory(opened, ids[at]!), name).toBeUndefined();
  });
}, 120_000);
