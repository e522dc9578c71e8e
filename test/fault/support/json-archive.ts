// An archive of which other programs' JSON takes the place of records, and what must hold of it afterwards.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importOptionsSchema } from '#contract/contract.ts';
import { articlePath } from '#core/archive/layout.ts';
import { digestOf } from '#core/archive/records.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { type Opened, withArchive } from './open-archive.ts';
import { textOf } from './plan-act.ts';

const MARK = 'وسم ثانٍ';

/** Makes so many records, each with a tag added after its capture; gives their identifiers. */
export async function makeRecords(dir: string, cacheDir: string, count: number): Promise<string[]> {
  return withArchive(dir, cacheDir, async ({ core, client }) => {
    const inputs = Array.from({ length: count }, (_, at) => ({ bytes: Buffer.from(textOf(`مقال ${at}`)), path: `${at}.txt` }));
    const outcomes = await takeIn(core.services, inputs, importOptionsSchema.parse({}));
    const ids = outcomes.map((one) => (one.outcome === 'imported' ? one.id : ''));
    await client.tag.add({ tag: MARK, ids });
    return ids;
  });
}

export const freshId = (n: number): string => `0190aaaa-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export function place(dir: string, id: string, bytes: Uint8Array): void {
  mkdirSync(dirname(articlePath(dir, id)), { recursive: true });
  writeFileSync(articlePath(dir, id), bytes);
}

export const recordText = (dir: string, id: string): string => readFileSync(articlePath(dir, id), 'utf8');

/** Digests of all that stands in quarantine with its reason beside it. */
export function asideIn(dir: string): Set<string> {
  const folder = join(dir, 'quarantine');
  const names = readdirSync(folder, { withFileTypes: true }).map(({ name }) => name);
  return new Set(
    names
      .filter((name) => !name.endsWith('.reason.json') && names.includes(`${name}.reason.json`))
      .map((name) => digestOf(readFileSync(join(folder, name)))),
  );
}

/** What is wrong with a record over which bytes that are no record were placed; undefined when it is given back. */
export async function givenBack({ client }: Opened, id: string): Promise<string | undefined> {
  const item = await client.item.get({ id });
  if (!item.tags.includes(MARK) || item.revision !== 2) return `${id} came back as ${JSON.stringify(item).slice(0, 300)}`;
  return undefined;
}

/** An odd record may be taken in or set aside; either way what we wrote is in the history and can be had again. */
export async function keptInHistory({ client }: Opened, id: string): Promise<string | undefined> {
  const now = await client.item.get({ id });
  const { revisions } = await client.item.history({ id });
  const numbers = revisions.map(({ revision }) => revision);
  if (!numbers.includes(1) || !numbers.includes(2)) return `${id} has the revisions ${numbers.join(', ')}`;
  const back = now.revision === 2 ? now : await client.item.revert({ id, revision: 2 });
  return back.notes === '' && back.tags.includes(MARK) ? undefined : `${id} reverts to ${JSON.stringify(back).slice(0, 300)}`;
}
