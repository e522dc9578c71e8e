// What every procedure shares: the contract, the context, and failures that reach the other side as codes with params.
import { randomUUID } from 'node:crypto';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { isFailure } from '#contract/errors.ts';
import { diskFailure } from '../archive/disk-failure.ts';
import { isDamage } from '../search/database.ts';
import type { CoreContext } from '../core.ts';

/**
 * Expected failures become ORPCError {code, data: params}; a cancelled call stays cancelled; anything else is a defect:
 * logged with a reference, of which the person sees only the reference.
 */
export const base = implement(contract)
  .$context<CoreContext>()
  .use(async ({ next, context, path, signal }) => {
    try {
      return await next();
    } catch (error) {
      const failure = isFailure(error) ? error : diskFailure(error, context.services.store.dir);
      if (isFailure(failure))
        throw new ORPCError(failure.code, { status: 422, message: failure.message, data: { ...failure.params }, cause: failure });
      if (isDamage(error)) {
        const { index, store, log } = context.services;
        log('error', 'the index is damaged', error);
        index.discard();
        throw new ORPCError('archive.index-damaged', { status: 422, data: { path: store.dir }, cause: error });
      }
      if (error instanceof ORPCError || signal?.aborted) throw error;
      const reference = randomUUID().slice(0, 8);
      context.services.log('error', `defect ${reference} in ${path.join('.')}`, error);
      throw new ORPCError('INTERNAL_SERVER_ERROR', { message: `defect ${reference}`, data: { reference }, cause: error });
    }
  });
