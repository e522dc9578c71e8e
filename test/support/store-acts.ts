// Random acts on the items of an archive: single and many at once, patches, removals, settings, originals.
import { type FileRef, type Item, itemSchema } from '#contract/item.ts';
import { settingsSchema } from '#contract/settings.ts';
import type { Change } from '#core/catalog/change.ts';
import { createHash } from 'node:crypto';
import type { Seeded } from './seeded.ts';
import type { Contents } from './store-model.ts';

export type Original = { readonly sha256: string; readonly bytes: Uint8Array };

export const idOf = (n: number): string => `01900000-0000-7000-8000-${((n * 2654435761) % 2 ** 40).toString(16).padStart(12, '0')}`;

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const words = ['ورّاق', 'كِتاب', 'الأرشيف', 'صحيفة', 'مقال', 'ـــ', 'a\\b', '"', '🖋️', ' ', '\u2028'];

/** Mostly within a sector, sometimes over several. */
function textBy(random: Seeded): string {
  const length = random.chance(0.2) ? random.int(600) : random.int(20);
  return Array.from({ length }, () => random.pick(words)).join(' ');
}

/** Sometimes the same again, sometimes empty. */
export function originalBy(random: Seeded, known: readonly Original[]): Original {
  if (known.length > 0 && random.chance(0.2)) return random.pick(known);
  const bytes = new Uint8Array(random.chance(0.1) ? 0 : random.int(4000)).map(() => random.int(256));
  return { sha256: digestOf(bytes), bytes };
}

/** Longer than the room that a journal keeps ahead of itself. */
const long = 'كلمة '.repeat(40_000);

/** One act's changes, each of another item. At `most` so many items, or one new one. */
export type ChangesBy = (contents: Contents, kind: { most: number } | { named: readonly Original[] } | 'long') => Change[];

export function createActs(random: Seeded): { changesBy: ChangesBy } {
  let next = 1;

  function newItem(originals: readonly Original[]): Item {
    const text = textBy(random);
    return itemSchema.parse({
      schema: 1,
      id: idOf(next++),
      revision: 1,
      state: 'active',
      title: text.slice(0, 60).toWellFormed(),
      body: [{ kind: 'paragraph', text }],
      language: 'ar',
      source: 'صحيفة',
      dates: {},
      files: originals.map(
        ({ sha256, bytes }): FileRef => ({ sha256, bytes: bytes.length, name: 'نص.txt', mediaType: 'text/plain', role: 'original' }),
      ),
      later: { unknown: next },
    });
  }

  function edit(item: Item): Change {
    const revision = item.revision + 1;
    if (random.chance(0.2)) return { op: 'put', item: { ...item, revision, notes: textBy(random) } };
    const set = random.pick([
      { title: textBy(random) },
      { tags: [textBy(random), `${revision}`] },
      { state: item.state === 'active' ? 'trashed' : 'active' },
      { body: [{ kind: 'paragraph', text: textBy(random) }], notes: `${revision}` },
      { later: { unknown: revision }, [`field-${random.int(3)}`]: revision },
    ]);
    const unset = Object.keys(item).filter((key) => (key === 'source' || key.startsWith('field-')) && !(key in set) && random.chance(0.2));
    return { op: 'patch', id: item.id, revision, set, unset };
  }

  const settings = (): Change => ({
    op: 'settings',
    settings: settingsSchema.parse({
      language: random.pick(['ar', 'en']),
      theme: random.pick(['system', 'light', 'dark']),
      digits: random.pick(['auto', 'arab', 'latn']),
      calendar: random.pick(['gregorian', 'islamic-umalqura']),
    }),
  });

  return {
    changesBy(contents, kind) {
      if (kind === 'long') return [{ op: 'put', item: { ...newItem([]), body: [{ kind: 'paragraph', text: long }] } }];
      if ('named' in kind) return [{ op: 'put', item: newItem(kind.named) }];
      const left = [...contents.items.values()];
      const changes: Change[] = [];
      for (let count = 1 + random.int(kind.most); count > 0; count--) {
        const lot = random.int(10);
        const item = left.length > 0 ? left.splice(random.int(left.length), 1)[0] : undefined;
        if (lot === 0 && !changes.some(({ op }) => op === 'settings')) changes.push(settings());
        else if (lot <= 3 || !item) changes.push({ op: 'put', item: newItem([]) });
        else if (lot === 4) changes.push({ op: 'remove', id: item.id });
        else changes.push(edit(item));
      }
      return changes;
    },
  };
}
