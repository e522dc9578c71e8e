import { resolve } from 'node:path';
import { openCore } from '#core/core.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

/** Safe to repeat: an existing archive is opened and told. */
export const init: Verb = async ({ args, archive, terminal }) => {
  const { positionals } = readArguments(args, {}, 1);
  const dir = positionals[0] ? resolve(positionals[0]) : archive;
  const core = await openCore({ dir, create: true, app: 'cli', log: terminal.log });
  const { format } = core.services.store;
  await core.close();
  terminal.result({ archive: dir, format }, () => [terminal.language === 'ar' ? `الأرشيف جاهز: ${dir}` : `The archive is ready: ${dir}`]);
  return 0;
};
