// Does mixed work on an archive without end. Meant to be killed. First it tells what it found: F [[id, item]…]; then, before
// each act, B act, and when it is reported done, D [[id, item] of each import…].
import { flushCompileCache } from 'node:module';
import { importOptionsSchema } from '#contract/contract.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import type { Known } from './ledger.ts';
import { type Act, Ledger } from './ledger.ts';
import { readAll, withArchive, type Opened } from './open-archive.ts';
import { planAct, textOf } from './plan-act.ts';
import { randomFrom } from './random.ts';

const [dir, cacheDir, salt, pause] = process.argv.slice(2);
const random = randomFrom(Number(salt));
const tell = (letter: string, value: unknown): void => void process.stdout.write(`${letter} ${JSON.stringify(value)}\n`);

async function carryOut({ core, client }: Opened, act: Act): Promise<[string, Known][]> {
  switch (act.kind) {
    case 'import': {
      const inputs = act.titles.map((title) => ({ bytes: Buffer.from(textOf(title)), path: `${title}.txt` }));
      const outcomes = await takeIn(core.services, inputs, importOptionsSchema.parse({}));
      return outcomes.map((one) => {
        if (one.outcome !== 'imported') throw new Error(JSON.stringify(one));
        return [one.id, { revision: 1, state: 'active', title: one.title, notes: '', tags: [] }];
      });
    }
    case 'edit':
      await client.item.edit({ id: act.id, set: { notes: [act.notes] } });
      return [];
    case 'tag':
      await client.tag.add({ tag: act.tag, ids: act.ids });
      return [];
    case 'rename':
      await client.tag.rename({ from: act.from, to: act.to });
      return [];
    default:
      await client.item[act.kind]({ ids: act.ids });
      return [];
  }
}

await withArchive(dir!, cacheDir!, async (opened) => {
  // Node keeps what it compiled when a program ends, and this one never comes to an end of its own.
  flushCompileCache();
  const ledger = new Ledger();
  const found = await readAll(opened);
  ledger.compare(found);
  tell('F', [...found]);
  for (let n = 0; ; n++) {
    const act = planAct(ledger.items, random, `${process.pid}-${salt}-${n}`);
    tell('B', act);
    const under = ledger.begin(act);
    const imported = await carryOut(opened, act);
    tell('D', imported);
    under.done(imported);
    // Files are written when the archive is quiet, checkpoints too: without pauses neither would be met.
    if (random.under(10) === 0) await new Promise((later) => setTimeout(later, random.under(Number(pause ?? 60))));
  }
});
