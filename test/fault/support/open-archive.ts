// Opens an archive in this process, as the command line would, and reads all that it holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { type Core, openCore, type Router } from '#core/core.ts';
import { silent } from '#core/log.ts';
import { type Known, knownOf } from './ledger.ts';

export type Opened = { core: Core; client: RouterClient<Router> };

/** A folder for everything that a run makes, its settings too. */
export function makeFolder(prefix = 'warraq-ورّاق-'): { dir: string; [Symbol.dispose](): void } {
  const dir = mkdtempSync(join(tmpdir(), prefix));
  process.env['XDG_CONFIG_HOME'] = join(dir, 'config');
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

export async function withArchive<T>(
  dir: string,
  cacheDir: string,
  work: (opened: Opened) => Promise<T>,
  mode: 'write' | 'read' = 'write',
): Promise<T> {
  const core = await openCore({ dir, create: true, mode, app: 'cli', cacheDir, log: silent });
  try {
    return await work({ core, client: createRouterClient(core.router, { context: () => core.context('cli') }) });
  } finally {
    await core.close();
  }
}

/** Identifiers from the lists, records from their files; the two must tell the same. */
export async function readAll({ client }: Pick<Opened, 'client'>): Promise<Map<string, Known>> {
  const found = new Map<string, Known>();
  for (const state of ['active', 'trashed'] as const) {
    const { items } = await client.item.list({ state, limit: 100_000 });
    for (const listed of items) {
      const item = knownOf(await client.item.get({ id: listed.id }));
      if (JSON.stringify(item) !== JSON.stringify(knownOf(listed)))
        throw new Error(`listed as ${JSON.stringify(knownOf(listed))}, kept as ${JSON.stringify(item)}`);
      found.set(listed.id, item);
    }
  }
  return found;
}
