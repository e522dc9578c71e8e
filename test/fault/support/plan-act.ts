// Chooses the next piece of mixed work on items whose state is known.
import type { Act, Items } from './ledger.ts';
import type { Random } from './random.ts';

/** `unique` makes titles, notes and tags that were never used before. */
export function planAct(items: Items, random: Random, unique: string): Act {
  const ids = [...items.keys()];
  if (ids.length < 6) return imports(random, unique);
  const withState = (state: string): string[] => ids.filter((id) => items.get(id)!.state === state);
  const choice = random.under(100);
  if (choice < 25) return imports(random, unique);
  if (choice < 45) return { kind: 'edit', id: random.one(ids), notes: `ملاحظة ${unique}` };
  if (choice < 65) return { kind: 'tag', tag: `وسم ${unique}`, ids: random.some(ids, 5) };
  const tags = [...new Set([...items.values()].flatMap((item) => item.tags))];
  if (choice < 75 && tags.length > 0) return { kind: 'rename', from: random.one(tags), to: `وسم ${unique}` };
  const [active, trashed] = [withState('active'), withState('trashed')];
  if (choice < 85 && active.length > 3) return { kind: 'trash', ids: random.some(active, 3) };
  if (choice < 95 && trashed.length > 0) return { kind: 'restore', ids: random.some(trashed, 3) };
  return { kind: 'purge', ids: random.some(ids, 2) };
}

function imports(random: Random, unique: string): Act {
  return { kind: 'import', titles: Array.from({ length: 1 + random.under(4) }, (_, at) => `مقال ${unique} ${at}`) };
}

export const textOf = (title: string): string =>
  `${title}\n\nفقرة أولى من ${title}.\n\nفقرة ثانية، وفيها: «نصّ» طويل قليلًا. ${'كلمة '.repeat(40)}\n`;
