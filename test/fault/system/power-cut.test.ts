// Power cuts on real file systems: the file system is shut down without writing its log while a writer works, mounted again,
// and everything that was reported done before the cut is there.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileSystems } from '../support/file-systems.ts';
import { Ledger } from '../support/ledger.ts';
import { armCutter, command, makeImage } from '../support/mounts.ts';
import { counted, lacks, report } from '../support/needs.ts';
import { makeFolder, readAll, withArchive } from '../support/open-archive.ts';
import { randomFrom } from '../support/random.ts';
import { verified } from '../support/verified.ts';
import { watchWriter } from '../support/watch-writer.ts';

/** On each file system. */
const CUTS = counted(3, 34);
/** An image is made anew after so many, so that an archive stays small. */
const BATCH = 17;

const possible = fileSystems.filter(({ make, name }) => !lacks(`power cuts on ${name}`, 'linux', 'root', 'loop', 'python3', make));

test.skipIf(possible.length > 0)('power cuts: not possible here', () => {});

test.each(possible)(
  `$name: ${CUTS} power cuts lose nothing that was reported`,
  async ({ name, make, options }) => {
    const random = randomFrom();
    const figures = { cuts: 0, acts: 0, controlLost: 0 };
    for (let left = CUTS; left > 0; left -= BATCH) {
      using folder = makeFolder();
      await using disk = makeImage(folder.dir, name, 320, (image) => command(make, '-q', image), ['-o', options]);
      const [dir, cacheDir] = [join(disk.path, 'أرشيف'), join(folder.dir, 'cache')];
      const ledger = new Ledger();
      disk.mount();
      for (let cut = 0; cut < Math.min(left, BATCH); cut++) {
        const cutter = await armCutter(disk.path);
        const writer = watchWriter(ledger, { dir, cacheDir, salt: random.under(2 ** 30), pause: 100 });
        await writer.ready;
        await new Promise((later) => setTimeout(later, random.under(600)));
        // Shows that the cut is one: what nobody made durable is gone.
        const control = join(disk.path, `control-${cut}`);
        writeFileSync(control, 'x'.repeat(100_000));
        writer.freeze();
        await cutter.cut();
        writer.child.kill('SIGKILL');
        await writer.ended;
        expect(writer.wrong, `seed ${random.seed}`).toEqual([]);
        await disk.unmount();
        disk.mount();
        if (!existsSync(control)) figures.controlLost += 1;
        const found = await withArchive(dir, cacheDir, readAll);
        expect(ledger.compare(found), `seed ${random.seed}, cut ${cut}`).toEqual([]);
        expect(await verified(dir), `seed ${random.seed}, cut ${cut}`).toEqual({ missing: [], altered: [] });
        figures.cuts += 1;
      }
      figures.acts += ledger.acts;
    }
    report(`power cuts on ${name}`, figures);
    // The journal's own fsyncs may have brought a control file along now and then.
    expect(figures.controlLost).toBeGreaterThan(0);
  },
  3_600_000,
);
