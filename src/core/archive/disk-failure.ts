// A refusal of the disk as a failure that a person can be told of.
import { Failure } from '#contract/errors.ts';

/** archive.disk-full, archive.disk-error; anything that is not the system's refusal comes back as it is. */
export function diskFailure(error: unknown, dir: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new Failure('archive.disk-full', { path: dir }, { cause: error })
    : new Failure('archive.disk-error', { path: dir, reason: code }, { cause: error });
}
