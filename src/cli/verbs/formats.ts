import { listFormats } from '#core/core.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

/** What can be read and written does not depend on an archive, so none is opened. */
export const formats: Verb = async ({ args, terminal }) => {
  readArguments(args, {}, 0);
  const known = listFormats(terminal.language);
  terminal.result(known, () => [
    ...known.capture.map((one) => `← ${one.id}\t${one.label}\t${one.extensions.join(' ')}`),
    ...known.export.map((one) => `→ ${one.id}\t${one.label}\t${one.extension}`),
  ]);
  return 0;
};
