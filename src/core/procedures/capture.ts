import { columnsOf } from '../capture/columns-of.ts';
import { listFormats } from '../formats.ts';
import { preview } from '../jobs/preview.ts';
import { takeIn } from '../jobs/take-in.ts';
import { base } from './base.ts';

export const capture = {
  add: base.capture.add.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    return { outcomes: await takeIn(context.services, [{ bytes, path: input.path }], input) };
  }),
  columns: base.capture.columns.handler(async ({ input }) =>
    columnsOf({ ...input, bytes: new Uint8Array(await input.file.arrayBuffer()) }),
  ),
  preview: base.capture.preview.handler(async ({ input, context, signal }) =>
    preview(context.services, { bytes: new Uint8Array(await input.file.arrayBuffer()), path: input.path }, input, signal),
  ),
  formats: base.capture.formats.handler(({ input }) => listFormats(input.language)),
};
