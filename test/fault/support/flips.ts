// What must hold of an archive in which one byte is another. Gives what is wrong, and what was seen.
import { type Altered, type FileKind, revisionsOf } from './altered-archive.ts';
import { type Opened, withArchive } from './open-archive.ts';
import type { Random } from './random.ts';
import { verified } from './verified.ts';

export type Figures = Record<string, number>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export async function tryFlip(altered: Altered, kind: FileKind, random: Random, figures: Figures): Promise<string[]> {
  altered.begin();
  const flip = altered.flip(kind, random);
  const count = (what: string): void => void (figures[`${kind}: ${what}`] = (figures[`${kind}: ${what}`] ?? 0) + 1);
  const wrong: string[] = [];
  count('flips');
  try {
    const before = await verified(altered.dir);
    if (kind !== 'index' && kind !== 'catalogue' && kind !== 'marker') {
      if (before.altered.length + before.missing.length > 0) count('told by verify');
      else wrong.push('verify does not tell of it');
    }
    const look = (): Promise<void> =>
      withArchive(altered.dir, altered.cacheDir, (opened) => lookAt(opened, altered, kind, { wrong, count }));
    await look().catch((error: unknown) => {
      // A damaged index is told of once, and built again for the next time.
      if (kind !== 'index' || (error as { code?: string }).code !== 'archive.index-damaged') throw error;
      count('told, and built again');
      return look();
    });
    // What opening did to mend it holds.
    await withArchive(altered.dir, altered.cacheDir, ({ client }) => client.item.list({}));
  } catch (error) {
    wrong.push(`${(error as Error).stack}`);
  }
  return wrong.map((one) => `${JSON.stringify(flip)}: ${one}`);
}

type Notes = { wrong: string[]; count: (what: string) => void };

async function lookAt(opened: Opened, altered: Altered, kind: FileKind, { wrong, count }: Notes): Promise<void> {
  const { client } = opened;
  for (const id of altered.ids) {
    const was = altered.items.get(id)!;
    const item = await client.item.get({ id });
    const revisions = await revisionsOf(opened, id);
    const lost = altered.revisions.get(id)!.filter((revision) => !revisions.includes(revision));
    // The line that was hit is the only place where its revisions stood; the record itself has what became of it.
    if (lost.length > 0 && kind === 'journals') count('revisions no longer told');
    else if (lost.length > 0) wrong.push(`${id}: the revisions ${lost.join(', ')} are gone from the history`);
    if (same(item, was)) continue;
    if (kind !== 'records') {
      wrong.push(`${id} is ${JSON.stringify(item)} and was ${JSON.stringify(was)}`);
      continue;
    }
    count('taken for an edit');
    const back = await client.item.revert({ id, revision: was.revision });
    if (!same({ ...back, revision: 0 }, { ...was, revision: 0 }))
      wrong.push(`${id} reverts to ${JSON.stringify(back)}, was ${JSON.stringify(was)}`);
  }
  const listed = [...(await client.item.list({ limit: 1000 })).items, ...(await client.item.list({ state: 'trashed', limit: 1000 })).items];
  const ids = listed.map(({ id }) => id).sort();
  if (!same(ids, altered.ids.toSorted())) {
    if (kind === 'index') count('another list');
    else wrong.push(`listed are ${ids.join(', ')}`);
  }
  const { total } = await client.search.query({ query: 'مقال' });
  if (total === 0) wrong.push('search finds nothing');
}
