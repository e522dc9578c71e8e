import { listFormats } from '../formats.ts';
import { takeIn } from '../jobs/take-in.ts';
import { base } from './base.ts';

export const capture = {
  add: base.capture.add.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    return { outcomes: await takeIn(context.services, [{ bytes, path: input.path }], input) };
  }),
  formats: base.capture.formats.handler(({ input }) => listFormats(input.language)),
};
