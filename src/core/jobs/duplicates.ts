// Articles that are kept more than once: the same file or the same words, and with `near` copies that were edited, cut or
// taken into longer ones. All are read; or, of some articles, only what the index takes to be like them.
import { createHash } from 'node:crypto';
import type { DuplicateCluster } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { type Token, tokenize } from '../arabic/tokens.ts';
import { answerSimilar, type Parts } from '../search/answer.ts';
import { listIds } from '../search/reader.ts';
import { clustersAmong, nearCopies, type NumberedText } from '../search/similar/near-copies.ts';
import { termNumbers } from '../search/similar/shingles.ts';

export type Counted = { readonly done: number; readonly total: number };

/** Articles read at once. */
const TOGETHER = 32;
/** A body of fewer words says too little without its title. */
const FEW = 10;

/** Other articles that are passed while the copies of one are looked for: these come first. */
const PASSED = 3;

/**
 * Of the articles that are not in the trash. The largest clusters first; in each the article that was taken in first. With `of`
 * the clusters of near copies that hold one of these.
 */
export async function findDuplicates(
  parts: Parts,
  { near, of }: { near: boolean; of?: readonly string[] | undefined },
  onProgress: (progress: Counted) => void = () => {},
): Promise<DuplicateCluster[]> {
  if (of) return copiesOf(parts, of, onProgress);
  const { index, read, check } = parts;
  const ids = [...listIds(index.db, {})].sort();
  const same = openGroups();
  async function* texts(): AsyncGenerator<NumberedText> {
    for (let from = 0; from < ids.length; from += TOGETHER) {
      check();
      onProgress({ done: from, total: ids.length });
      for (const item of await Promise.all(ids.slice(from, from + TOGETHER).map(read))) {
        if (!item) continue;
        const tokens = wordsOf(item);
        same.add(item.id, keysOf(item, tokens));
        yield { id: item.id, terms: near ? termNumbers(tokens) : [] };
      }
    }
  }
  const copies = await nearCopies(texts(), { termsOf: termsIn(read), expected: near ? ids.length : 0, check });
  onProgress({ done: ids.length, total: ids.length });
  return inOrder([...copies, ...same.groups().filter(({ ids: group }) => !copies.some((one) => holds(one.ids, group)))]);
}

const termsIn =
  (read: Parts['read']) =>
  async (id: string): Promise<Uint32Array | undefined> => {
    const item = await read(id);
    return item && termNumbers(wordsOf(item));
  };

async function copiesOf(parts: Parts, of: readonly string[], onProgress: (progress: Counted) => void): Promise<DuplicateCluster[]> {
  const { read, check } = parts;
  const ids = [...new Set(of)];
  const places = new Map(ids.map((id, at) => [id, at]));
  const pairs = new Map<string, [number, number]>();
  for (const [done, id] of [...ids].entries()) {
    check();
    onProgress({ done, total: of.length });
    const item = await read(id);
    if (item?.state !== 'active') continue;
    for (const copy of (await answerSimilar(parts, { item, limit: PASSED })).copies) {
      const place = places.get(copy.id) ?? ids.push(copy.id) - 1;
      places.set(copy.id, place);
      const pair: [number, number] = place < done ? [place, done] : [done, place];
      pairs.set(pair.join(), pair);
    }
  }
  return inOrder(await clustersAmong(ids, [...pairs.values()], { termsOf: termsIn(read), check }));
}

const holds = (all: readonly string[], some: readonly string[]): boolean => some.every((id) => all.includes(id));

const inOrder = (clusters: readonly { ids: readonly string[]; similarity: number }[]): DuplicateCluster[] =>
  clusters
    .map(({ ids, similarity }) => ({ ids: ids.toSorted(), similarity }))
    .sort((a, b) => b.ids.length - a.ids.length || (a.ids[0]! < b.ids[0]! ? -1 : 1));

function wordsOf({ title, body }: Item): Token[] {
  const words = tokenize(body.map((block) => block.text).join('\n'));
  return words.length < FEW ? [...tokenize(title), ...words] : words;
}

/** What only the same article has: the digest of its file, with its part of it, and that of its words as they are spelt. */
function keysOf({ files, provenance }: Item, words: readonly Token[]): string[] {
  const part = typeof provenance?.part === 'string' ? provenance.part : '';
  const originals = files.filter((file) => file.role === 'original').map((file) => `${file.sha256} ${part}`);
  if (words.length === 0) return originals;
  return [
    ...originals,
    `words ${createHash('sha256')
      .update(words.map((word) => word.exact).join(' '))
      .digest('hex')}`,
  ];
}

/** Those that share a key, directly or through others. */
function openGroups() {
  const holder = new Map<string, string[]>();
  return {
    add(id: string, keys: readonly string[]): void {
      const met = new Set(keys.map((key) => holder.get(key)).filter((group) => group !== undefined));
      const [group = [], ...others] = met;
      group.push(id, ...others.flat());
      for (const key of keys) holder.set(key, group);
      // The keys of the groups taken in lead to the one group from now on.
      if (others.length > 0) for (const [key, known] of holder) if (others.includes(known)) holder.set(key, group);
    },
    groups: () => [...new Set(holder.values())].filter((ids) => ids.length > 1).map((ids) => ({ ids, similarity: 1 })),
  };
}
