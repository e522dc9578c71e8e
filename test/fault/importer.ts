// Imports by the hundred, printing "id 1" only after each import is reported done, and rests between two of them while threads
// write the files. Meant to be killed.
import { importOptionsSchema } from '#contract/contract.ts';
import { openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';

const [dir, cacheDir] = process.argv.slice(2);
const core = await openCore({ dir: dir!, create: true, app: 'cli', cacheDir: `${cacheDir}/warraq`, log: () => {} });
for (let n = 0; ; n++) {
  const inputs = Array.from({ length: 500 }, (_, i) => ({
    bytes: Buffer.from(`مقال رقم ${n}.${i} من ${process.pid}\n\n${`فقرة ${i} في المقال. `.repeat(40)}\n\nفقرة ثانية.`),
    path: `${n}.${i}.txt`,
  }));
  const outcomes = await takeIn(core.services, inputs, importOptionsSchema.parse({}));
  process.stdout.write(outcomes.map((one) => ('id' in one ? `${one.id} 1\n` : '')).join(''));
  await new Promise((later) => setTimeout(later, 650));
}
