// One byte of an archive is another, anywhere: a thousand times. A few times in each run of npm test: test/fault/flips.test.ts.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileKinds, makeAltered } from '../support/altered-archive.ts';
import { tryFlip, type Figures } from '../support/flips.ts';
import { counted, report } from '../support/needs.ts';
import { makeFolder } from '../support/open-archive.ts';
import { randomFrom } from '../support/random.ts';

const FLIPS = counted(90, 1000);

test(`${FLIPS} bytes changed at random lose nothing that was reported`, async () => {
  using folder = makeFolder();
  const random = randomFrom();
  const altered = await makeAltered(folder.dir);
  const figures: Figures = {};
  const wrong: string[] = [];
  for (let n = 0; n < FLIPS; n++) wrong.push(...(await tryFlip(altered, fileKinds[n % fileKinds.length]!, random, figures)));
  report('flips', { ...figures, wrong: wrong.length });
  if (process.env['WARRAQ_FAULT_LOG']) writeFileSync(process.env['WARRAQ_FAULT_LOG'], wrong.join('\n'), { flag: 'a' });
  expect(wrong, `seed ${random.seed}`).toEqual([]);
}, 3_600_000);
