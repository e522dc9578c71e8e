import type { DuplicateCluster } from '#contract/contract.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

export const duplicates: Verb = async ({ args, terminal, signal, withArchive }) => {
  const near = readArguments(args, { near: { type: 'boolean' } }, 0).flag('near');
  const { clusters, titles } = await withArchive('read', async (client) => {
    let found: DuplicateCluster[] = [];
    for await (const step of await client.search.duplicates({ near }, { signal })) {
      if (step.step === 'done') found = step.clusters;
      else terminal.progress(`${step.done}/${step.total}`);
    }
    const named = new Map<string, string>();
    if (!terminal.json) for (const id of new Set(found.flatMap(({ ids }) => ids))) named.set(id, (await client.item.get({ id })).title);
    return { clusters: found, titles: named };
  });
  terminal.result({ clusters }, () => lines(clusters, titles, terminal.language));
  return 0;
};

function* lines(clusters: readonly DuplicateCluster[], titles: ReadonlyMap<string, string>, language: 'ar' | 'en'): Generator<string> {
  const ar = language === 'ar';
  for (const { ids, similarity } of clusters) {
    yield ar
      ? `${ids.length} نسخ، التشابه ${Math.round(similarity * 100)}٪`
      : `${ids.length} copies, ${Math.round(similarity * 100)} % alike`;
    for (const id of ids) yield `    ${shortId(id)}  ${titles.get(id) ?? ''}`;
  }
  yield ar ? `المجموعات: ${clusters.length}` : `Clusters: ${clusters.length}`;
}
