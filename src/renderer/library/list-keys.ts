// What the keys do in the list. By `code` where a letter is meant: on an Arabic layout Ctrl+A types ش.
import type { KeyboardEvent } from 'react';
import type { Selection } from './use-selection.ts';

type Reach = { total: number; page: number; onEnter: (index: number) => void; onDelete: () => void };

/** True when the key was for the list. */
export function handleKey(e: KeyboardEvent, selection: Selection, { total, page, onEnter, onDelete }: Reach): boolean {
  const { active } = selection;
  const command = e.ctrlKey || e.metaKey;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active < 0 ? 0 : active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: total - 1,
  };
  const to = steps[e.key];
  if (to !== undefined && !e.altKey) {
    const index = Math.max(0, Math.min(total - 1, to));
    if (command && !e.shiftKey && e.key !== 'Home' && e.key !== 'End') selection.visit(index);
    else selection.choose(index, { stretch: e.shiftKey });
    return true;
  }
  if (command && e.code === 'KeyA' && !e.shiftKey) {
    selection.all();
    return true;
  }
  if (e.key === ' ') {
    selection.choose(active, { toggle: true });
    return true;
  }
  if (e.key === 'Enter' && active >= 0) {
    onEnter(active);
    return true;
  }
  if (e.key === 'Delete' || (e.key === 'Backspace' && command)) {
    onDelete();
    return true;
  }
  if (e.key === 'Escape' && selection.count > 1) {
    selection.clear();
    return true;
  }
  return false;
}
