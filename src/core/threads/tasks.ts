// What threads can do. Only types here: a task's code is loaded in the thread that does it.
import type { foldPortion } from '../archive/fold-portion.ts';
import type { checkPortion } from '../fixity/check-portion.ts';
import type { readPortion } from '../jobs/read-inputs.ts';
import type { scanPortion } from '../search/scan-portion.ts';

export type Tasks = {
  fold: typeof foldPortion;
  read: typeof readPortion;
  scan: typeof scanPortion;
  check: typeof checkPortion;
};

export type Task = keyof Tasks;

export type Question = { readonly key: number; readonly portion: unknown };
export type Answer<T> = { readonly key: number; readonly value: T } | { readonly key: number; readonly error: unknown };
