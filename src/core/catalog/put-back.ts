// Text that a rule took for page furniture, put back into the article; and text of the article taken out. Pure.
import type { Block, Item, Provenance } from '#contract/item.ts';

type Removed = Provenance['removed'][number];

/**
 * Each stands where it stood, as near as is known: the article may have been edited since. Those that stood before one block
 * are in the list in their order. `places` count the item's removed texts from 0; those that are not there are passed over.
 */
export function putBack(item: Item, places: readonly number[]): Item {
  const { provenance } = item;
  const removed = provenance?.removed ?? [];
  const wanted = new Set(places.filter((place) => removed[place] !== undefined));
  if (!provenance || wanted.size === 0) return item;
  const last = item.body.length;
  const back = [...removed.entries()]
    .filter(([place]) => wanted.has(place))
    .map(([place, { at = last, text }]) => ({ place, text, at: Math.min(Math.max(0, at), last) }))
    .sort((a, b) => a.at - b.at || a.place - b.place);
  const body: Block[] = [];
  for (let at = 0, next = 0; at <= last; at++) {
    while (back[next]?.at === at) body.push({ kind: 'paragraph', text: back[next++]!.text });
    if (at < last) body.push(item.body[at]!);
  }
  const left = [...removed.entries()].flatMap(([place, one]): Removed[] => {
    if (wanted.has(place)) return [];
    if (one.at === undefined) return [one];
    const before = back.filter((other) => other.at < one.at! || (other.at === one.at && other.place < place)).length;
    return [{ ...one, at: one.at + before }];
  });
  return { ...item, body, provenance: { ...provenance, removed: left }, revision: item.revision + 1 };
}

/** `blocks` count the body from 0. Pictures stay, for they are files; so does the last of the words. */
export function takeOut(item: Item, blocks: readonly number[]): Item {
  const { provenance = { format: 'text', reader: 'text/1', removed: [] } } = item;
  const wanted = new Set(blocks.filter((at) => item.body[at] !== undefined && item.body[at].kind !== 'picture'));
  if (wanted.size === 0 || item.body.every(({ text }, at) => wanted.has(at) || text === '')) return item;
  const takenBefore = (at: number): number => [...wanted].filter((one) => one < at).length;
  // A text that stood before the block comes before it in the list, one that stood behind it after.
  const known = provenance.removed.filter(({ at }) => at !== undefined).map((one) => ({ one, at: one.at!, isBlock: 0 }));
  const taken = [...wanted].map((at) => ({ one: { text: item.body[at]!.text, rule: 'person' } as Removed, at, isBlock: 1 }));
  const removed = [...known, ...taken]
    .sort((a, b) => a.at - b.at || a.isBlock - b.isBlock)
    .map(({ one, at }): Removed => ({ ...one, at: at - takenBefore(at) }));
  return {
    ...item,
    body: item.body.filter((_, at) => !wanted.has(at)),
    provenance: { ...provenance, removed: [...removed, ...provenance.removed.filter(({ at }) => at === undefined)] },
    revision: item.revision + 1,
  };
}
