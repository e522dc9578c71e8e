// kill -9 at any moment of mixed work, by commands and by a program that stays: all that was reported done is there, every
// act is whole, and verify finds nothing amiss.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/warraq.ts';
import { argumentsOf, listAll, reportedBy, untilLocked } from '../support/command-line.ts';
import { Ledger } from '../support/ledger.ts';
import { counted, report } from '../support/needs.ts';
import { planAct } from '../support/plan-act.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { watchWriter } from '../support/watch-writer.ts';

const LANES = 2;
const kills = { command: counted(12, 300), writer: counted(24, 700) };
/** Killed so often, an archive is looked at by commands; an archive too large makes the rounds slow. */
const BATCH = { command: 20, writer: 50 };
/** One command of so many is let alone, to know how long they take just now, and so that there is something to lose. */
const SPARED = 4;
const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const lanes = (work: (lane: number) => Promise<void>): Promise<unknown> =>
  Promise.all(Array.from({ length: LANES }, (_, lane) => work(lane)));

/** Opens it by commands and holds all that was reported against what they tell. */
async function lookAt(home: Home, ledger: Ledger, random: Random): Promise<void> {
  const found = await listAll(home);
  const wrong = ledger.compare(found);
  expect(wrong, `seed ${random.seed}`).toEqual([]);
  const ids = random.some([...found.keys()], 8);
  if (ids.length === 0) return;
  const shown = (await home.run('--json', 'show', ...ids)).json<{ items: { id: string; revision: number }[] }>().items;
  for (const { id, revision } of shown) expect(revision, `seed ${random.seed}`).toBe(found.get(id)!.revision);
  const verified = await home.run('--json', 'verify');
  expect(verified.code, `seed ${random.seed}: ${verified.stdout.toString()}${verified.stderr}`).toBe(0);
}

test(`commands killed ${kills.command} times lose nothing that they reported`, async () => {
  const figures = { kills: 0, ended: 0, reported: 0, acts: 0 };
  await lanes(async (lane) => {
    const random = randomFrom(lane);
    using home = makeHome();
    const ledger = new Ledger();
    let span = { start: 1000, work: 300 };
    for (let n = 1, killed = 0; killed < kills.command / LANES; n++) {
      let act = planAct(ledger.certain, random, `${lane}-${n}`);
      while (!ledger.canTell(act)) act = planAct(ledger.certain, random, `${lane}-${n}`);
      const under = ledger.begin(act);
      const spared = n % SPARED === 1;
      const started = performance.now();
      const { child, ended } = home.start('--json', ...argumentsOf(act, home));
      let locked = started;
      // Most of a command's time is the start of the program: three kills of four wait for the archive to be open.
      const late = random.under(4) > 0 || spared;
      if (late) {
        await Promise.race([untilLocked(home, 20_000), ended]);
        locked = performance.now();
      }
      if (!spared) {
        await Promise.race([later(random.under(late ? span.work * 1.2 : span.start)), ended]);
        child.kill('SIGKILL');
      }
      const run = await ended;
      if (spared) span = { start: locked - started, work: performance.now() - locked };
      if (run.signal === 'SIGKILL') killed += 1;
      else expect(run.code, `seed ${random.seed}: ${JSON.stringify(act)} ${run.stderr}`).toBe(0);
      const reported = reportedBy(run);
      if (reported) under.done(reported.imported);
      figures[run.signal === 'SIGKILL' ? 'kills' : 'ended'] += 1;
      if (reported) figures.reported += 1;
      if (n % BATCH.command === 0 || killed >= kills.command / LANES) await lookAt(home, ledger, random);
    }
    figures.acts += ledger.acts;
  });
  report('commands killed', figures);
}, 3_600_000);

test(`a writer killed ${kills.writer} times loses nothing that it reported`, async () => {
  const figures = { kills: 0, whileOpening: 0, acts: 0 };
  await lanes(async (lane) => {
    const random = randomFrom(100 + lane);
    for (let left = kills.writer / LANES; left > 0; left -= BATCH.writer) {
      using home = makeHome();
      const env = { ...process.env, XDG_CONFIG_HOME: join(home.dir, 'config') };
      const ledger = new Ledger();
      for (let round = 0; round < Math.min(left, BATCH.writer); round++) {
        const salt = random.under(2 ** 30);
        const writer = watchWriter(ledger, { dir: home.archive, cacheDir: join(home.dir, 'cache', 'warraq'), salt, env });
        // One in five dies while it opens, in the middle of mending what the one before it left.
        const early = random.under(5) === 0;
        if (early) await Promise.race([untilLocked(home, 5000).then(() => later(random.under(40))), writer.ended]);
        else await writer.ready.then(() => later(random.under(250)));
        writer.child.kill('SIGKILL');
        await writer.ended;
        expect(writer.stderr(), `seed ${random.seed}`).toBe('');
        expect(writer.wrong, `seed ${random.seed}`).toEqual([]);
        figures.kills += 1;
        if (!writer.opened()) figures.whileOpening += 1;
      }
      await lookAt(home, ledger, random);
      figures.acts += ledger.acts;
    }
  });
  report('writer killed', figures);
}, 3_600_000);
