// An archive is a folder like any other: copied elsewhere, onto a disk with other rules for names, or onto one that cannot
// be written, it opens and holds the same.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Home, makeHome } from '../../support/warraq.ts';
import { argumentsOf, listAll, reportedBy } from '../support/command-line.ts';
import { type Act, Ledger } from '../support/ledger.ts';
import { command, makeImage, mountAt } from '../support/mounts.ts';
import { lacks } from '../support/needs.ts';

async function carryOut(home: Home, ledger: Ledger, act: Act): Promise<void> {
  const under = ledger.begin(act);
  const run = await home.run('--json', ...argumentsOf(act, home));
  expect(run.code, `${act.kind}: ${run.stderr}`).toBe(0);
  under.done(reportedBy(run)!.imported);
}

/** Some work, so that there is a history. */
async function work(home: Home, ledger: Ledger, name: string): Promise<void> {
  await carryOut(home, ledger, { kind: 'import', titles: [`مقال ${name} أول`, `مقال ${name} ثانٍ`, `مقال ${name}: «ثالث»؟ CON`] });
  const ids = [...ledger.items.keys()].slice(-3);
  await carryOut(home, ledger, { kind: 'edit', id: ids[0]!, notes: `ملاحظة ${name}` });
  await carryOut(home, ledger, { kind: 'tag', tag: `وسم ${name}`, ids });
  await carryOut(home, ledger, { kind: 'trash', ids: [ids[1]!] });
}

async function expectAll(home: Home, ledger: Ledger): Promise<void> {
  expect(ledger.compare(await listAll(home))).toEqual([]);
  const active = [...ledger.items.values()].filter(({ state }) => state === 'active').length;
  const search = await home.run('--json', 'search', 'مقال');
  expect([search.code, search.json<{ total: number }>().total], search.stderr).toEqual([0, active]);
  const verified = await home.run('verify');
  expect(verified.code, verified.stdout.toString()).toBe(0);
}

test('a copy on a long path with spaces, opened from another folder by another person', async () => {
  using home = makeHome();
  const ledger = new Ledger();
  await work(home, ledger, 'هنا');
  // 200 characters and more; in Arabic a name of 127 letters is as long as Linux allows.
  const folder = join(home.dir, 'مكان آخر', `نسخة ${'طويلة '.repeat(15)}`.trim(), `ثم ${'أطول '.repeat(20)}`.trim());
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'أرشيف (2)');
  expect(archive.length).toBeGreaterThan(200);
  cpSync(home.archive, archive, { recursive: true });
  using other = makeHome({ archive, cwd: '/' });
  await expectAll(other, ledger);
  await work(other, ledger, 'هناك');
  await expectAll(other, ledger);
});

test('the copy and the archive it was made of do not meet', async () => {
  using home = makeHome();
  const [ledger, copied] = [new Ledger(), new Ledger()];
  await work(home, ledger, 'واحد');
  const archive = join(home.dir, 'نسخة');
  cpSync(home.archive, archive, { recursive: true });
  for (const [id, known] of ledger.items) copied.items.set(id, known);
  // The same person, so the same settings and the same cache folder; named from the folder it is in.
  const onCopy: Home = { ...home, archive, run: (...args) => home.run('--archive', archive, ...args) };
  await work(home, ledger, 'اثنان');
  await work(onCopy, copied, 'ثلاثة');
  await expectAll(home, ledger);
  await expectAll(onCopy, copied);
});

const ntfs = lacks("a disk with the rules of Windows' names", 'linux', 'root', 'loop', 'mkntfs', 'lowntfs-3g');

test.skipIf(ntfs)("a disk with the rules of Windows' names", async () => {
  using place = makeHome();
  const make = (image: string): void => void command('mkntfs', '-q', '-F', '-f', image);
  const options = ['-t', 'lowntfs-3g', '-o', 'loop,windows_names,ignore_case'];
  await using disk = makeImage(place.dir, 'ntfs', 32, make, options);
  disk.mount();
  // A control: these rules do hold.
  expect(() => writeFileSync(join(disk.path, 'CON'), '')).toThrow();
  writeFileSync(join(disk.path, 'Abc'), 'x');
  expect(() => writeFileSync(join(disk.path, 'aBC'), '', { flag: 'wx' })).toThrow(/EEXIST/);
  using home = makeHome({ archive: join(disk.path, 'أرشيف') });
  const ledger = new Ledger();
  await work(home, ledger, 'نوافذ');
  await expectAll(home, ledger);
  await disk.unmount();
  disk.mount();
  await expectAll(home, ledger);
});

const mounting = lacks('a folder that cannot be written', 'linux', 'root');

test.skipIf(mounting)('a folder that cannot be written opens for reading, by a person who was never here too', async () => {
  using home = makeHome();
  const ledger = new Ledger();
  await work(home, ledger, 'للقراءة');
  const path = join(home.dir, 'للقراءة فقط');
  mkdirSync(path);
  await using view = mountAt(path, () => ['mount', '--bind', home.archive, path]);
  view.mount();
  command('mount', '-o', 'remount,bind,ro', path);
  expect(() => writeFileSync(join(path, 'x'), '')).toThrow(/EROFS/);
  for (const cwd of [tmpdir(), path]) {
    using reader = makeHome({ archive: path, cwd });
    await expectAll(reader, ledger);
    const [id] = [...ledger.items.keys()];
    for (const args of [
      argumentsOf({ kind: 'import', titles: ['مقال لا يدخل'] }, reader),
      ['edit', id!, '--set', 'notes=x'],
      ['trash', id!],
    ]) {
      const refused = await reader.run('--json', ...args);
      expect(refused.code, `${args[0]}: ${refused.stderr}`).toBe(4);
    }
    expect(ledger.compare(await listAll(reader))).toEqual([]);
  }
});
