// Fights for the lock of an archive, on command. Told `take` it tries once; told `free` it lets go. While it holds the lock
// it holds a file of its own too, which only one can make: two writers at once would be seen.
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { importOptionsSchema } from '#contract/contract.ts';
import { isFailure } from '#contract/errors.ts';
import { type Core, openCore, verifyArchive } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';
import { textOf } from './plan-act.ts';

const [dir, cacheDir, witness] = process.argv.slice(2) as [string, string, string];
let core: Core | undefined;
let count = 0;
const tell = (words: string): void => void process.stdout.write(`${words}\n`);

async function take(): Promise<void> {
  try {
    core = await openCore({ dir, create: true, app: 'cli', cacheDir, log: silent });
  } catch (error) {
    tell(isFailure(error) ? error.code : `error ${String(error)}`);
    return;
  }
  if (core.services.store.readOnly !== undefined) {
    tell(`error opened for reading: ${core.services.store.readOnly}`);
    return;
  }
  writeFileSync(witness, String(process.pid), { flag: 'wx' });
  tell('held');
}

/** An act, and a reading of the whole archive: closing any file must not drop the lock (fcntl locks of POSIX can go so). */
async function act(): Promise<void> {
  const bytes = Buffer.from(textOf(`مقال ${process.pid} ${count++}`));
  const [outcome] = await takeIn(core!.services, [{ bytes, path: 'a.txt' }], importOptionsSchema.parse({}));
  for await (const step of verifyArchive(dir)) void step;
  tell(outcome?.outcome === 'imported' ? `done ${outcome.id}` : `error ${JSON.stringify(outcome)}`);
}

async function free(): Promise<void> {
  rmSync(witness);
  await core!.close();
  core = undefined;
  tell('freed');
}

const orders: Record<string, () => Promise<void>> = { take, act, free };
for await (const order of createInterface({ input: process.stdin })) await orders[order]!();
