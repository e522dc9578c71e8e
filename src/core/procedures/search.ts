import type { DuplicatesProgress } from '#contract/contract.ts';
import { findDuplicates } from '../jobs/duplicates.ts';
import { withProgress } from '../jobs/progress.ts';
import { rowsOf } from '../search/ask.ts';
import { findRows, hitsOf, suggestionFor } from '../search/find.ts';
import { RERANKED } from '../search/ranking/nearness.ts';
import { countFacets } from '../search/reader.ts';
import { base } from './base.ts';

export const search = {
  query: base.search.query.handler(async ({ input, context, signal }) => {
    // A script waits for the whole answer; a window is answered with what there is, and told when there is more (follow.ts).
    if (context.host === 'cli') await context.services.index.completeWords();
    const started = performance.now();
    const { index, store } = context.services;
    const found = findRows(index, input, input, Math.max(RERANKED, input.offset + input.limit));
    const { total, rows } = found.result;
    const hits = await hitsOf(index, found, (id) => store.read(id), input, signal);
    const facets = countFacets(index, input, (filters) => {
      if (filters === input) return rows;
      const among = rowsOf(filters, index);
      return among.size === 0 ? among : findRows(index, input, filters, 0).result.rows;
    });
    const suggestion = suggestionFor(index, input, total);
    return { total, hits, facets, relaxed: found.relaxed, suggestion, readAs: found.readAs, tookMs: performance.now() - started };
  }),
  duplicates: base.search.duplicates.handler(async function* ({ input, context, signal }): AsyncGenerator<DuplicatesProgress> {
    type Progress = { done: number; total: number };
    const work = (onProgress: (progress: Progress) => void) => findDuplicates(context.services, input.near, { signal, onProgress });
    const clusters = yield* withProgress(work, (progress: Progress) => ({ step: 'working' as const, ...progress }));
    yield { step: 'done', clusters };
  }),
};
