import { shelfSchema } from '#contract/shelf.ts';
import { base } from './base.ts';

export const shelf = {
  set: base.shelf.set.handler(({ input, context }) => {
    const { archivist, store } = context.services;
    return archivist.alone(async () => {
      const wanted = shelfSchema.parse({ ...store.settings.shelf, ...input });
      await archivist.commit({ event: 'settings', changes: [{ op: 'settings', settings: { ...store.settings, shelf: wanted } }] });
      return wanted;
    });
  }),
};
