import { settingsSchema } from '#contract/settings.ts';
import { base } from './base.ts';

export const settings = {
  get: base.settings.get.handler(({ context }) => context.services.store.settings),
  set: base.settings.set.handler(({ input, context }) => {
    const { archivist, store } = context.services;
    return archivist.alone(async () => {
      const wanted = settingsSchema.parse({ ...store.settings, ...input });
      await archivist.commit({ event: 'settings', changes: [{ op: 'settings', settings: wanted }] });
      return wanted;
    });
  }),
};
