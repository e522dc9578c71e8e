// One byte of an archive is another, anywhere. Forty times here, a thousand times in test/fault/system/flips.test.ts.
import { expect, test } from 'vitest';
import { fileKinds, makeAltered } from './support/altered-archive.ts';
import { tryFlip, type Figures } from './support/flips.ts';
import { makeFolder } from './support/open-archive.ts';
import { randomFrom } from './support/random.ts';

test('bytes changed at random lose nothing that was reported', async () => {
  using folder = makeFolder();
  const random = randomFrom();
  const altered = await makeAltered(folder.dir);
  const figures: Figures = {};
  for (let n = 0; n < 40; n++) {
    expect(await tryFlip(altered, fileKinds[n % fileKinds.length]!, random, figures), `seed ${random.seed}`).toEqual([]);
  }
}, 120_000);
