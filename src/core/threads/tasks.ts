// What threads can do. Only types here: a task's code is loaded in the thread that does it.
import type { ErrorCode } from '#contract/errors.ts';
import type { foldPortion } from '../archive/fold-portion.ts';
import type { exportPortion } from '../export/export-portion.ts';
import type { checkPortion } from '../fixity/check-portion.ts';
import type { answerPortion } from '../jobs/answer-portion.ts';
import type { readPortion } from '../jobs/read-inputs.ts';
import type { buildPortion } from '../search/build-portion.ts';
import type { scanPortion } from '../search/scan-portion.ts';
import type { trimPortion } from '../search/trim-portion.ts';

export type Tasks = {
  fold: typeof foldPortion;
  read: typeof readPortion;
  build: typeof buildPortion;
  scan: typeof scanPortion;
  trim: typeof trimPortion;
  check: typeof checkPortion;
  answer: typeof answerPortion;
  export: typeof exportPortion;
};

export type Task = keyof Tasks;

/** What a task has beside its portion: whether anyone still waits for it, and the ear of who asked. */
export type Aside = {
  readonly isStopped: () => boolean;
  /** Tells or asks the one who gave the portion something, and waits for the reply. */
  readonly say: (words: unknown) => Promise<unknown>;
};

/** `stop` is shared: it becomes other than 0 when the answer is no longer wanted, even while the thread is at work. */
export type Question = { readonly key: number; readonly portion: unknown; readonly stop: Int32Array };
/** `turn` numbers what a thread has said. */
export type Reply = { readonly turn: number; readonly reply: unknown };
export type Answer<T> =
  | { readonly key: number; readonly value: T }
  | { readonly key: number; readonly error: unknown }
  | { readonly key: number; readonly failure: { readonly code: ErrorCode; readonly params: object } }
  | { readonly key: number; readonly turn: number; readonly said: unknown };
