import type { WatchStatus } from '#contract/contract.ts';
import type { OpenServices } from '../core.ts';
import type { WatchState } from '../watcher.ts';
import { base } from './base.ts';

const statusIn = ({ pickFolder }: OpenServices, status: WatchState): WatchStatus => ({ ...status, picks: pickFolder !== undefined });

export const watch = {
  get: base.watch.get.handler(({ context }) => statusIn(context.services, context.services.watcher.status())),
  set: base.watch.set.handler(async ({ input, context }) =>
    statusIn(context.services, await context.services.watcher.choose(input.folder)),
  ),
  pick: base.watch.pick.handler(async ({ context }) => ({ folder: (await context.services.pickFolder?.()) ?? null })),
};
