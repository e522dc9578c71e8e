import { useEffect, useEffectEvent } from 'react';
import type { Incoming } from '../capture/incoming.ts';
import { pastedFiles } from '../capture/pasted.ts';
import { inField } from '../commands/use-keys.ts';

/** Takes what is pasted outside of fields. The page may not read the clipboard of its own accord: only this event brings it. */
export function usePaste(take: (files: Incoming[]) => void, able: boolean): void {
  const onPaste = useEffectEvent((e: ClipboardEvent): void => {
    if (!able || e.defaultPrevented || inField(e.target) || !e.clipboardData) return;
    e.preventDefault();
    void pastedFiles(e.clipboardData, new Date()).then(take);
  });
  useEffect(() => {
    const listen = (e: ClipboardEvent): void => onPaste(e);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
