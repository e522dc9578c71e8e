import type { ImportOutcome } from '#contract/contract.ts';
import { columnsOf } from '../capture/columns-of.ts';
import { listFormats } from '../formats.ts';
import { importSources } from '../jobs/import-paths.ts';
import { preview } from '../jobs/preview.ts';
import { base } from './base.ts';

export const capture = {
  add: base.capture.add.handler(async ({ input, context }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer());
    const { services } = context;
    const outcomes: ImportOutcome[] = [];
    for await (const outcome of importSources(services, [{ bytes, path: input.path }], input, {
      reader: services.reader,
      together: input.import,
    }))
      outcomes.push(outcome);
    return { outcomes };
  }),
  columns: base.capture.columns.handler(async ({ input }) =>
    columnsOf({ ...input, bytes: new Uint8Array(await input.file.arrayBuffer()) }),
  ),
  preview: base.capture.preview.handler(async ({ input, context, signal }) =>
    preview(context.services, { bytes: new Uint8Array(await input.file.arrayBuffer()), path: input.path }, input, signal),
  ),
  formats: base.capture.formats.handler(({ input }) => listFormats(input.language)),
};
