// Any sequence of acts through the procedures, with reopening, with the index thrown away and with another program writing into
// a record at random points between, equals a model in memory: in the lists, in the records, and in the files.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importOptionsSchema } from '#contract/contract.ts';
import { articlePath } from '#core/archive/layout.ts';
import { openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';

type Kept = { title: string; notes: string; tags: string[]; trashed: boolean; big: boolean };

const BIG = '123456789012345678901234567890';
const words = fc.array(fc.constantFrom('ولايتي', 'بوتين', 'العلاقات', 'مُوسكو', 'على', 'علي'), { minLength: 1, maxLength: 4 });
const which = fc.nat(9);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), words }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), which, words }) },
  fc.record({ do: fc.constant('note' as const), which, words }),
  fc.record({ do: fc.constant('tag' as const), which, tag: fc.constantFrom('سياسة', 'روسيا') }),
  fc.record({ do: fc.constant('untag' as const), which, tag: fc.constantFrom('سياسة', 'روسيا') }),
  fc.record({ do: fc.constant('trash' as const), which }),
  fc.record({ do: fc.constant('restore' as const), which }),
  fc.record({ do: fc.constant('purge' as const), which }),
  fc.record({ do: fc.constant('by hand' as const), which }),
  fc.record({ do: fc.constant('reopen' as const) }),
  fc.record({ do: fc.constant('without index' as const) }),
  fc.record({ do: fc.constant('reindex' as const) }),
);

type Open = Awaited<ReturnType<typeof openCore>>;

test('the archive equals its model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const home = mkdtempSync(join(tmpdir(), 'warraq-نموذج-'));
      const dir = join(home, 'أرشيف');
      const cacheDir = join(home, 'cache');
      const open = (): Promise<Open> => openCore({ dir, create: true, app: 'cli', cacheDir, log: silent });
      const model = new Map<string, Kept>();
      let core = await open();
      const client = () => createRouterClient(core.router, { context: () => core.context('cli') });
      const chosen = (n: number): [string, Kept] | undefined => [...model][n % Math.max(1, model.size)];

      async function reopen(between: () => void = () => {}): Promise<void> {
        await core.close();
        between();
        core = await open();
      }

      try {
        for (const [at, one] of steps.entries()) {
          if (one.do === 'import') {
            const title = `${one.words.join(' ')} ${at}`;
            const bytes = Buffer.from(`${title}\n\nمتن المقال ${at}.\n`);
            const [outcome] = await takeIn(core.services, [{ bytes, path: 'a.txt' }], importOptionsSchema.parse({}));
            if (outcome?.outcome !== 'imported') throw new Error('not imported');
            model.set(outcome.id, { title, notes: '', tags: [], trashed: false, big: false });
          } else if (one.do === 'reopen') await reopen();
          else if (one.do === 'without index') await reopen(() => rmSync(cacheDir, { recursive: true, force: true }));
          else if (one.do === 'reindex') expect((await client().archive.reindex()).items).toBe(model.size);
          else {
            const [id, kept] = chosen(one.which) ?? [];
            if (id === undefined || kept === undefined) continue;
            if (one.do === 'edit') await client().item.edit({ id, set: { title: [(kept.title = `${one.words.join(' ')} ${at}`)] } });
            else if (one.do === 'note') await client().item.edit({ id, set: { notes: [(kept.notes = one.words.join(' '))] } });
            else if (one.do === 'tag') {
              await client().tag.add({ ids: [id], tag: one.tag });
              kept.tags = [...new Set([...kept.tags, one.tag])];
            } else if (one.do === 'untag') {
              await client().tag.remove({ ids: [id], tag: one.tag });
              kept.tags = kept.tags.filter((tag) => tag !== one.tag);
            } else if (one.do === 'trash' || one.do === 'restore') {
              await client().item[one.do]({ ids: [id] });
              kept.trashed = one.do === 'trash';
            } else if (one.do === 'purge') {
              await client().item.trash({ ids: [id] });
              await client().item.purge({ ids: [id] });
              model.delete(id);
            } else {
              await reopen(() => {
                const path = articlePath(dir, id);
                const text = readFileSync(path, 'utf8');
                if (!text.includes('"theirs"')) writeFileSync(path, text.replace('{', `{ "theirs": { "big": ${BIG} },`));
              });
              kept.big = true;
            }
          }
        }
        const listed = new Map<string, Kept>();
        for (const state of ['active', 'trashed'] as const) {
          for (const { id } of (await client().item.list({ state, limit: 1000 })).items) {
            const item = await client().item.get({ id });
            listed.set(id, {
              title: item.title,
              notes: item.notes,
              tags: item.tags,
              trashed: item.state === 'trashed',
              big: 'theirs' in item,
            });
          }
        }
        expect(listed).toEqual(model);
        for (const [id, { title, trashed }] of model) {
          if (trashed) continue;
          const { hits } = await client().search.query({ query: `"${title}"` });
          expect(hits.map((hit) => hit.id)).toContain(id);
        }
        await reopen();
        for (const [id, { title, big }] of model) {
          const text = readFileSync(articlePath(dir, id), 'utf8');
          expect((JSON.parse(text) as { title: string }).title).toBe(title);
          expect(text.includes(BIG)).toBe(big);
        }
      } finally {
        await core.close();
        rmSync(home, { recursive: true, force: true });
      }
    }),
    { numRuns: process.env['WARRAQ_FAULTS'] === 'full' ? 300 : 12 },
  );
}, 600_000);
