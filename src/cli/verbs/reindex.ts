import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

export const reindex: Verb = async ({ args, terminal, withArchive }) => {
  readArguments(args, {}, 0);
  const result = await withArchive('write', (client) => client.archive.reindex());
  terminal.result(result, () => [terminal.language === 'ar' ? `فُهرس: ${result.items}` : `Indexed: ${result.items}`]);
  return 0;
};
