import type { DuplicatesProgress } from '#contract/contract.ts';
import { withProgress } from '../jobs/progress.ts';
import { base } from './base.ts';

export const search = {
  query: base.search.query.handler(async ({ input, context, signal }) => {
    // A script waits for the whole answer; a window is answered with what there is, and told when there is more (follow.ts).
    if (context.host === 'cli') await context.services.index.completeWords();
    return context.services.desk.ask('query', input, { signal });
  }),
  survey: base.search.survey.handler(async ({ input, context, signal }) => {
    const { index, desk } = context.services;
    if (context.host === 'cli' && input.query.trim() !== '') await index.completeWords();
    return desk.ask('survey', input, { signal });
  }),
  duplicates: base.search.duplicates.handler(async function* ({ input, context, signal }): AsyncGenerator<DuplicatesProgress> {
    type Progress = { done: number; total: number };
    // What was taken in a moment ago is asked for by its words.
    if (input.of) await context.services.index.completeWords();
    const work = (onProgress: (progress: Progress) => void) => context.services.desk.ask('duplicates', input, { signal, onProgress });
    const clusters = yield* withProgress(work, (progress: Progress) => ({ step: 'working' as const, ...progress }));
    yield { step: 'done', clusters };
  }),
};
