// Imports and edits without end, printing "id revision" only after each act is reported done. Meant to be killed.
import { importOptionsSchema } from '#contract/contract.ts';
import { createRouterClient } from '@orpc/server';
import { openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';

const [dir, cacheDir] = process.argv.slice(2);
const core = await openCore({ dir: dir!, create: true, app: 'cli', cacheDir: `${cacheDir}/warraq`, log: () => {} });
const client = createRouterClient(core.router, { context: () => core.context('cli') });
for (let n = 0; ; n++) {
  const text = `مقال رقم ${n} من ${process.pid}\n\nفقرة أولى في المقال.\n\nفقرة ثانية.`;
  const [outcome] = await takeIn(core.services, [{ bytes: Buffer.from(text), path: `${n}.txt` }], importOptionsSchema.parse({}));
  if (outcome?.outcome !== 'imported') throw new Error(outcome?.outcome);
  process.stdout.write(`${outcome.id} 1\n`);
  const item = await client.item.edit({ id: outcome.id, set: { notes: [`تعديل ${n}`] } });
  process.stdout.write(`${item.id} ${item.revision}\n`);
}
