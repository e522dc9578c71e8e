import type { DuplicatesProgress } from '#contract/contract.ts';
import type { Hit } from '#contract/search.ts';
import { findDuplicates } from '../jobs/duplicates.ts';
import { withProgress } from '../jobs/progress.ts';
import { matchTexts } from '../search/match.ts';
import { parseQuery } from '../search/query.ts';
import { countFacets, searchWords } from '../search/reader.ts';
import { base } from './base.ts';

/** Hits whose text is read to see how closely they match; exact spellings rise to the top within these. */
const RERANKED = 100;
const closeness = { exact: 0, folded: 1, stem: 2, fuzzy: 3 } as const;

export const search = {
  query: base.search.query.handler(async ({ input, context, signal }) => {
    // A script waits for the whole answer; a window is answered with what there is, and told when there is more (follow.ts).
    if (context.host === 'cli') await context.services.index.completeWords();
    const started = performance.now();
    const { index, store } = context.services;
    const query = parseQuery(input.query, input);
    const first = input.offset < RERANKED;
    const page = first ? { limit: Math.max(RERANKED, input.offset + input.limit), offset: 0 } : input;
    const { total, candidates, match } = searchWords(index.db, query, input, page);
    const hits: Hit[] = [];
    for (const { id, score } of candidates) {
      signal?.throwIfAborted();
      const item = await store.read(id);
      if (!item) continue;
      const found = matchTexts(
        item.title,
        item.body.map((block) => block.text),
        query,
      );
      if (query.exact && !found.complete) continue;
      const { title, source = null, dates, tags } = item;
      const published = dates.published?.value ?? null;
      const updated = dates.updated?.value ?? null;
      hits.push({ id, title, source, published, updated, tags, score, match: found.match, snippet: found.snippet });
    }
    const ranked = hits.slice(0, RERANKED).sort((a, b) => closeness[a.match] - closeness[b.match]);
    const ordered = first ? [...ranked, ...hits.slice(RERANKED)].slice(input.offset, input.offset + input.limit) : hits;
    // With `exact` the index gives folded candidates; on the first page those that were not exact are counted out.
    const refused = query.exact ? candidates.length - hits.length : 0;
    return { total: total - refused, tookMs: performance.now() - started, hits: ordered, facets: countFacets(index.db, input, match) };
  }),
  duplicates: base.search.duplicates.handler(async function* ({ input, context, signal }): AsyncGenerator<DuplicatesProgress> {
    type Progress = { done: number; total: number };
    const work = (onProgress: (progress: Progress) => void) => findDuplicates(context.services, input.near, { signal, onProgress });
    const clusters = yield* withProgress(work, (progress: Progress) => ({ step: 'working' as const, ...progress }));
    yield { step: 'done', clusters };
  }),
};
