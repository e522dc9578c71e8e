// Every action of the window: its name, its keys, and whether it can be done now. The palette, the keys and the shell's menu read this.
import type { LucideIcon } from 'lucide-react';
import type { Key } from './keys.ts';

export type Command = {
  id: string;
  label: string;
  /** Other words that it is looked for by. */
  also?: string;
  icon: LucideIcon;
  /** The first is shown. Keys without Ctrl work only outside of fields, and can be turned off. */
  keys?: readonly Key[];
  /** Its keys are the browser's own, and come as an event of their own. */
  native?: boolean;
  /** Nothing can be done with it now. */
  off?: boolean;
  /** Not an action of its own: a place to go. */
  place?: boolean;
  run: () => void;
};
