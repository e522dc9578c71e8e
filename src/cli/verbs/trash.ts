import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

const moving =
  (verb: 'trash' | 'restore' | 'purge'): Verb =>
  async ({ args, terminal, withArchive }) => {
    const ids = atLeastOne(readArguments(args, {}).positionals, 'ID…');
    const { changed } = await withArchive('write', (client) => client.item[verb]({ ids }));
    terminal.result({ changed }, () => [terminal.language === 'ar' ? `تغيّر: ${changed}` : `Changed: ${changed}`]);
    return 0;
  };

export const trash = moving('trash');
export const restore = moving('restore');
export const purge = moving('purge');
