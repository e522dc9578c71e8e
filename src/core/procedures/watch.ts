import { base } from './base.ts';

export const watch = {
  get: base.watch.get.handler(({ context }) => context.services.watcher.status()),
  set: base.watch.set.handler(({ input, context }) => context.services.watcher.choose(input.folder)),
};
