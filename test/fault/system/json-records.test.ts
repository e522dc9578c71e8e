// Other programs' JSON in the place of records, one file at a time: over an existing record in turn, and as a record that
// was never there. All at once in each run of npm test: test/fault/json-records.test.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articlePath } from '#core/archive/layout.ts';
import { digestOf } from '#core/archive/records.ts';
import { makeHome } from '../../support/warraq.ts';
import { asideIn, freshId, givenBack, makeRecords, place } from '../support/json-archive.ts';
import { jsonCases } from '../support/json-cases.ts';
import { counted, report } from '../support/needs.ts';
import { makeFolder, withArchive } from '../support/open-archive.ts';

const RECORDS = 10;
const STEP = counted(8, 1);

test('each file alone is set aside, and the record given back', async () => {
  using folder = makeFolder();
  const [dir, cacheDir] = [join(folder.dir, 'أرشيف'), join(folder.dir, 'cache')];
  const ids = await makeRecords(dir, cacheDir, RECORDS);
  const chosen = jsonCases.filter((_, at) => at % STEP === 0);
  let slowestMs = 0;
  for (const [at, { name, bytes }] of chosen.entries()) {
    const id = ids[at % RECORDS]!;
    place(dir, id, bytes);
    place(dir, freshId(at), bytes);
    const started = performance.now();
    await withArchive(dir, cacheDir, async (opened) => {
      expect((await opened.client.item.list({})).total, name).toBe(RECORDS);
      expect(await givenBack(opened, id), name).toBeUndefined();
    });
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - started));
    if (bytes.length > 0) expect(asideIn(dir).has(digestOf(bytes)), name).toBe(true);
    expect(existsSync(articlePath(dir, freshId(at))), name).toBe(false);
  }
  report('JSON in the place of records', { cases: chosen.length, slowestMs });
}, 900_000);

test('the command line shows and lists what stood there before', async () => {
  using home = makeHome();
  const ids = await makeRecords(home.archive, join(home.dir, 'cache', 'warraq'), RECORDS);
  const telling = /no_data|100000_opening|lone_surrogate|UTF-16LE_with_BOM \(|utf8_after_escape \(|huge_exp|structure_null|all zero/;
  const chosen = jsonCases.filter(({ name }) => telling.test(name));
  expect(chosen.length).toBeGreaterThan(5);
  for (const [at, { name, bytes }] of chosen.entries()) {
    const id = ids[at % RECORDS]!;
    place(home.archive, id, bytes);
    // `show` meets the file before anybody has looked about; the next `list` after it.
    const shown = await home.run('--json', 'show', id);
    expect(shown.code, `${name}: ${shown.stderr}`).toBe(0);
    expect(shown.json<{ items: { revision: number }[] }>().items[0]!.revision, name).toBe(2);
    const listed = await home.run('--json', 'list');
    expect([listed.code, listed.json<{ total: number }>().total], `${name}: ${listed.stderr}`).toEqual([0, RECORDS]);
  }
  expect((await home.run('verify')).code).toBe(0);
}, 600_000);
