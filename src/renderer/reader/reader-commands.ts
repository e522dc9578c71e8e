import {
  AArrowDown,
  AArrowUp,
  ChevronDown,
  ChevronUp,
  Columns2,
  Highlighter,
  Maximize2,
  MessageSquareText,
  Minimize2,
  SpellCheck,
  Type,
} from 'lucide-react';
import type { Settings } from '#contract/settings.ts';
import type { ReadingWords } from '#i18n/reading.ar.ts';
import type { Command } from '../commands/commands.ts';
import { sized } from '../reading/look-menu.tsx';
import type { Matches } from './use-matches.ts';

type Reading = {
  r: ReadingWords;
  settings: Settings;
  readOnly: boolean;
  full: boolean;
  set: (change: Partial<Settings>) => void;
  highlight: () => void;
  note: () => void;
  correct: () => void;
  onFull: (full: boolean) => void;
  onBeside: () => void;
  matches: Matches;
};

/** What can be done with the article that is open. */
export function readerCommands(one: Reading): Command[] {
  const { r, settings, readOnly, full, set, matches } = one;
  const none = matches.count === 0;
  const { readSize, tashkeel } = settings;
  return [
    {
      id: 'next-match',
      label: r.nextMatch,
      icon: ChevronDown,
      keys: [{ code: 'F3' }, { code: 'KeyG', ctrl: true }],
      off: none,
      run: () => matches.go(1),
    },
    {
      id: 'previous-match',
      label: r.previousMatch,
      icon: ChevronUp,
      keys: [
        { code: 'F3', shift: true },
        { code: 'KeyG', ctrl: true, shift: true },
      ],
      off: none,
      run: () => matches.go(-1),
    },
    { id: 'highlight', label: r.highlightKey, icon: Highlighter, keys: [{ code: 'KeyM' }], off: readOnly, run: one.highlight },
    { id: 'note', label: r.noteKey, icon: MessageSquareText, keys: [{ code: 'KeyN' }], off: readOnly, run: one.note },
    { id: 'correct', label: r.correctKey, icon: SpellCheck, keys: [{ code: 'KeyS' }], off: readOnly, run: one.correct },
    {
      id: 'full',
      label: full ? r.toList : r.full,
      icon: full ? Minimize2 : Maximize2,
      keys: [{ code: 'KeyR' }],
      run: () => one.onFull(!full),
    },
    { id: 'beside', label: r.beside, icon: Columns2, keys: [{ code: 'KeyO' }], run: one.onBeside },
    { id: 'larger', label: r.larger, icon: AArrowUp, keys: [{ code: 'Equal' }], run: () => set({ readSize: sized(readSize, 1) }) },
    { id: 'smaller', label: r.smaller, icon: AArrowDown, keys: [{ code: 'Minus' }], run: () => set({ readSize: sized(readSize, -1) }) },
    {
      id: 'tashkeel',
      label: r.toggleTashkeel,
      icon: Type,
      run: () => set({ tashkeel: tashkeel === 'shown' ? 'hidden' : 'shown' }),
    },
  ];
}
