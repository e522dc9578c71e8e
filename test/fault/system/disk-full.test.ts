// A full disk: the archive opens for reading and says so, what would be written is refused with a sentence, and when there
// is room again everything that was reported is there.
import { statfsSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, type Home } from '../../support/warraq.ts';
import { argumentsOf, listAll, reportedBy } from '../support/command-line.ts';
import { type Act, Ledger } from '../support/ledger.ts';
import { type Mount, mountTmpfs } from '../support/mounts.ts';
import { counted, lacks, report } from '../support/needs.ts';

const KILOBYTES = 3072;

/** Leaves so many bytes of room. */
function fill(disk: Mount, leave: number): string {
  const path = join(disk.path, 'fill');
  rmSync(path, { force: true });
  const { bfree, bsize } = statfsSync(disk.path);
  writeFileSync(path, Buffer.alloc(Math.max(0, bfree * bsize - leave)));
  return path;
}

async function carryOut(home: Home, ledger: Ledger, act: Act): Promise<Awaited<ReturnType<Home['run']>>> {
  const under = ledger.begin(act);
  const run = await home.run('--json', ...argumentsOf(act, home));
  const reported = reportedBy(run);
  if (run.code === 0 && reported) under.done(reported.imported);
  return run;
}

const homeOn = (disk: Mount): Home => makeHome({ archive: join(disk.path, 'أرشيف') });
const skip = lacks('a full disk', 'linux', 'root');

test.skipIf(skip)(
  'a disk that is full while the archive is closed',
  async () => {
    using place = makeHome();
    await using disk = mountTmpfs(place.dir, KILOBYTES);
    disk.mount();
    using home = homeOn(disk);
    const ledger = new Ledger();
    await carryOut(home, ledger, { kind: 'import', titles: ['مقال أول', 'مقال ثانٍ', 'مقال ثالث'] });
    const [id] = [...ledger.items.keys()];
    await carryOut(home, ledger, { kind: 'edit', id: id!, notes: 'ملاحظة' });
    const filling = fill(disk, 0);
    expect(ledger.compare(await listAll(home))).toEqual([]);
    const shown = await home.run('--json', 'show', id!);
    expect([shown.code, shown.json<{ items: { notes: string }[] }>().items[0]!.notes], shown.stderr).toEqual([0, 'ملاحظة']);
    const search = await home.run('--json', 'search', 'مقال');
    expect([search.code, search.json<{ total: number }>().total], search.stderr).toEqual([0, 3]);
    for (const act of [
      { kind: 'import', titles: ['مقال لا مكان له'] },
      { kind: 'edit', id: id!, notes: 'لا مكان لها' },
      { kind: 'trash', ids: [id!] },
      { kind: 'purge', ids: [id!] },
    ] satisfies Act[]) {
      const refused = await carryOut(home, ledger, act);
      expect(refused.code, `${act.kind}: ${refused.stderr}`).toBe(4);
      expect(refused.stderr, act.kind).toMatch(/disk .*full|full disk/i);
    }
    rmSync(filling);
    expect(ledger.compare(await listAll(home))).toEqual([]);
    expect((await carryOut(home, ledger, { kind: 'import', titles: ['مقال له مكان'] })).code).toBe(0);
    expect(ledger.compare(await listAll(home))).toEqual([]);
    expect((await home.run('verify')).code).toBe(0);
  },
  300_000,
);

test.skipIf(skip)(
  'a disk that fills up in the middle of work, at any point of it',
  async () => {
    using place = makeHome();
    await using disk = mountTmpfs(place.dir, KILOBYTES);
    disk.mount();
    using home = homeOn(disk);
    const ledger = new Ledger();
    const figures = { tries: 0, refused: 0, done: 0 };
    await carryOut(home, ledger, { kind: 'import', titles: ['مقال أول', 'مقال ثانٍ'] });
    // tmpfs gives room by pages of 4 KB: each step lets one more file, or one more page of the journal, be written.
    for (let pages = 0; pages < counted(9, 40); pages++) {
      const filling = fill(disk, pages * 4096);
      const run = await carryOut(home, ledger, { kind: 'import', titles: [`مقال ${pages} أول`, `مقال ${pages} ثانٍ`] });
      expect([0, 4], `${pages} pages: ${run.stderr}`).toContain(run.code);
      if (run.code === 4) expect(run.stderr).toMatch(/disk .*full|full disk/i);
      figures.tries += 1;
      figures[run.code === 0 ? 'done' : 'refused'] += 1;
      expect(ledger.compare(await listAll(home)), `${pages} pages, still full`).toEqual([]);
      rmSync(filling);
      expect(ledger.compare(await listAll(home)), `${pages} pages, with room`).toEqual([]);
    }
    expect((await home.run('verify')).code).toBe(0);
    report('a disk that fills up', figures);
  },
  600_000,
);

test.skipIf(skip)(
  'a disk that was full from the beginning',
  async () => {
    using place = makeHome();
    await using disk = mountTmpfs(place.dir, KILOBYTES);
    disk.mount();
    using home = homeOn(disk);
    for (const pages of [0, 1, 2, 3, 5, 8]) {
      const filling = fill(disk, pages * 4096);
      for (const args of [['init'], argumentsOf({ kind: 'import', titles: ['مقال'] }, place)]) {
        const run = await home.run('--json', ...args);
        expect([0, 4], `${args[0]} with ${pages} pages: ${run.stderr}`).toContain(run.code);
        if (run.code === 4) expect(run.stderr, `${args[0]} with ${pages} pages`).toMatch(/disk .*full|full disk/i);
      }
      truncateSync(filling);
      const run = await home.run('--json', ...argumentsOf({ kind: 'import', titles: [`مقال بعد ${pages}`] }, place));
      expect(run.code, `with room again after ${pages} pages: ${run.stderr}`).toBe(0);
      expect((await home.run('verify')).code).toBe(0);
      rmSync(home.archive, { recursive: true });
    }
  },
  300_000,
);
