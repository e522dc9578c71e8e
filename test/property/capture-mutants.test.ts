// Files of every kind, damaged, cut and renamed: each is read or refused with a reason, and nothing else happens.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isFailure } from '#contract/errors.ts';
import { captureAll } from '#core/capture/capture-all.ts';
import { captureFormats } from '#core/capture/formats/registry.ts';
import { type Seeded, seeded } from '../support/seeded.ts';
import { outletPages } from '../support/outlet-pages.ts';

const folder = join(import.meta.dirname, '../fixtures/formats');
const files = readdirSync(folder).filter((name) => extname(name) !== '');
const inputs = [
  ...files.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
  ...outletPages.map(({ name, html }) => ({ name: `${name}.html`, bytes: Buffer.from(html) })),
];
const extensions = captureFormats.flatMap((format) => format.extensions);
const numbers = [0, 1, 0x7fffffff, 0xffffffff];

const mutations: ((bytes: Buffer, random: Seeded) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, random.int(bytes.length + 1)),
  (bytes, random) => {
    const from = random.int(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.int(2000))]);
  },
  (bytes, random) => {
    const [at, from] = [random.int(bytes.length + 1), random.int(bytes.length + 1)];
    const piece = bytes.subarray(from, from + random.int(3000));
    return Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at)]);
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let n = random.int(20); n >= 0 && changed.length > 0; n--) changed[random.int(changed.length)] = random.int(256);
    return changed;
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 4) changed.writeUInt32LE(random.pick(numbers), random.int(changed.length - 3));
    return changed;
  },
];

/** `read`, or the code of the refusal; throws what is neither. */
async function verdict(bytes: Buffer, path: string): Promise<string> {
  try {
    for (const one of await captureAll({ bytes, path })) {
      if ('failure' in one) expect(one.failure.code).toMatch(/^capture\./);
      else expect([one.title === '', JSON.stringify(one).isWellFormed()]).toEqual([false, true]);
    }
    return 'read';
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error.code;
  }
}

test('damaged, cut and renamed', async () => {
  const random = seeded(20);
  const verdicts = new Map<string, number>();
  for (let n = 0; n < 400; n++) {
    const { name, bytes } = random.pick(inputs);
    let mutant: Buffer = bytes;
    for (let times = random.int(3); times >= 0; times--) mutant = random.pick(mutations)(mutant, random);
    const path = random.chance(0.25) ? `${name}${random.pick(extensions)}` : name;
    const found = await verdict(mutant, path);
    verdicts.set(found, (verdicts.get(found) ?? 0) + 1);
  }
  // Some of each: else the mutants are too mild, or nothing is read any more.
  expect(verdicts.get('read')).toBeGreaterThan(100);
  expect(verdicts.get('capture.damaged')).toBeGreaterThan(20);
  for (const code of verdicts.keys()) expect(code).toMatch(/^(?:read|capture\.)/);
}, 120_000);
