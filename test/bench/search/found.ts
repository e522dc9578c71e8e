// Texts in an index of the product, asked through the entry that the product asks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Item } from '#contract/item.ts';
import { findRows, hitsOf } from '#core/search/find.ts';
import { RERANKED } from '#core/search/ranking/nearness.ts';
import { openIndex } from '#core/search/search-index.ts';
import { idOf, numberOf, storeOfItems } from '../items-store.ts';

export type Text = { readonly title: string; readonly body: string };

export type Found = {
  /** Numbers of the texts of the first page, best first. */
  page(query: string): Promise<number[]>;
  /** Whether all of these texts are among what the query finds. */
  holds(query: string, texts: readonly number[]): boolean;
  close(): void;
};

export async function openTexts(texts: readonly Text[]): Promise<Found> {
  const dir = mkdtempSync(join(tmpdir(), 'warraq-bench-'));
  const store = storeOfItems(dir, 'texts', texts.length, (n) => texts[n] && itemOf(n, texts[n]));
  const index = await openIndex(store, dir, () => {});
  await index.completeWords();
  const rowOf = index.db.prepare('SELECT row FROM items WHERE id = ?');
  return {
    async page(query) {
      const found = findRows(index, { query }, {}, RERANKED);
      const looked = found.result.hits;
      const hits = await hitsOf(index, { ...found, looked }, (id) => store.read(id), { sort: 'relevance', limit: RERANKED, offset: 0 });
      return hits.map(({ id }) => numberOf(id));
    },
    holds(query, numbers) {
      const { rows } = findRows(index, { query }, {}, RERANKED).result;
      return numbers.every((n) => rows.has(rowOf.get(idOf(n))!['row'] as number));
    },
    close() {
      index.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const itemOf = (n: number, { title, body }: Text): Item => ({
  schema: 1,
  id: idOf(n),
  revision: 1,
  state: 'active',
  title,
  body: [{ kind: 'paragraph', text: body }],
  language: 'ar',
  creators: [],
  dates: {},
  tags: [],
  collections: [],
  notes: '',
  files: [],
});
