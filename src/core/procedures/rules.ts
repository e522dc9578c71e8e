import { parsePack } from '../capture/rules/packs.ts';
import { packsOf, putPack, removePack } from '../jobs/rule-packs.ts';
import { base } from './base.ts';

export const rules = {
  list: base.rules.list.handler(async ({ context }) => {
    const { packs, broken } = await packsOf(context.services.store.dir);
    return { packs, broken: broken.map(({ path, code, params }) => ({ path, failure: { code, params } })) };
  }),
  check: base.rules.check.handler(({ input }) => parsePack(input.text, input.path)),
  put: base.rules.put.handler(({ input, context }) => putPack(context.services.store, input.text, input.path)),
  remove: base.rules.remove.handler(async ({ input, context }) => {
    await removePack(context.services.store, input.name);
    return { changed: 1 };
  }),
};
