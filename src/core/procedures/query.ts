import { base } from './base.ts';

export const query = {
  recent: base.query.recent.handler(async ({ context }) => ({ queries: [...(await context.services.queries.read())] })),
  remember: base.query.remember.handler(async ({ input, context }) => ({
    queries: [...(await context.services.queries.remember(input.query))],
  })),
  forget: base.query.forget.handler(async ({ context }) => {
    await context.services.queries.forget();
    return { queries: [] };
  }),
};
