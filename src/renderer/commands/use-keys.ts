import { useEffect, useEffectEvent } from 'react';
import { bridge } from '../api/client.ts';
import type { Command } from './commands.ts';
import { type Key, pressed } from './keys.ts';

export const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type=radio], [type=checkbox]), select, textarea') !== null;
const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null;

/** With Ctrl: in a field, what undoes typing undoes typing, and what selects all selects what is typed. */
const ofFields: ReadonlySet<string> = new Set(['KeyZ', 'KeyY', 'KeyA']);

/** Keys that write nothing mean the same in a field. */
const ofNoField = ({ code }: Key): boolean => /^F\d/.test(code);

/** Runs commands by their keys, and by what the shell's menu asks for. */
export function useKeys(commands: readonly Command[], singleKeys: boolean): void {
  const find = useEffectEvent((e: KeyboardEvent) => {
    if (e.defaultPrevented || e.isComposing || inDialog(e.target)) return;
    for (const { keys = [], off, native, run } of commands) {
      if (native) continue;
      const key = keys.find((one) => pressed(e, one));
      if (!key || off || (inField(e.target) && !ofNoField(key) && (!key.ctrl || ofFields.has(key.code)))) continue;
      if (!key.ctrl && !singleKeys && key.code !== 'Escape' && !ofNoField(key)) continue;
      e.preventDefault();
      run();
      return;
    }
  });
  const ask = useEffectEvent((id: string) => {
    if ((id === 'undo' || id === 'redo') && inField(document.activeElement)) {
      // oxlint-disable-next-line typescript/no-deprecated -- there is no other way to a field's own undoing
      document.execCommand(id);
      return;
    }
    if (inDialog(document.activeElement)) return;
    const command = commands.find((one) => one.id === id);
    if (command && !command.off) command.run();
  });
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => find(e);
    addEventListener('keydown', onKey);
    const forget = bridge?.onCommand?.((id) => ask(id));
    return () => {
      removeEventListener('keydown', onKey);
      forget?.();
    };
  }, []);
}
