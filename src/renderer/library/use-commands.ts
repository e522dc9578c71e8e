import { useEffect, useEffectEvent } from 'react';
import { bridge } from '../api/client.ts';

/** What the menu of the shell asks for, and the keys that do the same in a browser. */
export function useCommands(run: (command: string) => void): void {
  const act = useEffectEvent(run);
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.target instanceof Element && e.target.closest('input, select, textarea, [role=dialog], [role=alertdialog]')) return;
      if (e.key === '/') {
        e.preventDefault();
        act('find');
      }
      if (e.key === 'Escape') act('back');
    };
    addEventListener('keydown', onKey);
    const forget = bridge?.onCommand?.((command) => act(command));
    return () => {
      removeEventListener('keydown', onKey);
      forget?.();
    };
  }, []);
}
