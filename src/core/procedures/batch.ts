import type { BatchProgress, StepProgress } from '#contract/batch.ts';
import type { Doing } from '../archivist.ts';
import type { Direction } from '../catalog/step.ts';
import type { Services } from '../core.ts';
import { previewBatch, removeAll, renameAll, runBatch } from '../jobs/batch.ts';
import { withProgress } from '../jobs/progress.ts';
import { base } from './base.ts';

type Progress = { done: number; total: number };
const working = (progress: Progress) => ({ step: 'working' as const, ...progress });

async function* told(
  signal: AbortSignal | undefined,
  work: (doing: Doing) => Promise<{ changed: number; act: string | undefined }>,
): AsyncGenerator<BatchProgress> {
  const { changed, act } = yield* withProgress((onProgress: (progress: Progress) => void) => work({ signal, onProgress }), working);
  yield { step: 'done', changed, act };
}

async function* stepTold({ archivist }: Services, direction: Direction, act?: string, signal?: AbortSignal): AsyncGenerator<StepProgress> {
  const work = (onProgress: (progress: Progress) => void) => archivist.step(direction, { act, signal, onProgress });
  const done = yield* withProgress(work, working);
  yield { step: 'done', ...done };
}

export const batch = {
  preview: base.batch.preview.handler(({ input, context, signal }) => previewBatch(context.services, input.scope, input.batch, signal)),
  run: base.batch.run.handler(({ input, context, signal }) =>
    told(signal, (doing) => runBatch(context.services, input.scope, input.batch, doing)),
  ),
  rename: base.batch.rename.handler(({ input, context, signal }) => told(signal, (doing) => renameAll(context.services, input, doing))),
  remove: base.batch.remove.handler(({ input, context, signal }) => told(signal, (doing) => removeAll(context.services, input, doing))),
};

export const act = {
  next: base.act.next.handler(({ context }) => {
    const { steps } = context.services.archivist;
    const shown = (direction: Direction) => {
      const step = steps.peek(direction);
      return step ? { act: step.act, event: step.event, items: step.parts.length } : null;
    };
    return { undo: shown('undo'), redo: shown('redo') };
  }),
  undo: base.act.undo.handler(({ input, context, signal }) => stepTold(context.services, 'undo', input?.act, signal)),
  redo: base.act.redo.handler(({ input, context, signal }) => stepTold(context.services, 'redo', input?.act, signal)),
};
