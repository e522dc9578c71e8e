import { Bell, CircleQuestionMark, Printer } from 'lucide-react';
import type { ReadingWords } from '#i18n/reading.ar.ts';
import type { Command } from '../commands/commands.ts';

/** What helps with the rest. */
export const guideCommands = (r: ReadingWords, ask: (what: 'help' | 'messages') => void): Command[] => [
  { id: 'help', label: r.help, icon: CircleQuestionMark, keys: [{ code: 'F1' }, { code: 'Slash', shift: true }], run: () => ask('help') },
  { id: 'messages', label: r.messages, icon: Bell, run: () => ask('messages') },
  { id: 'print', label: r.print, icon: Printer, run: () => print() },
];
