import { useEffect, useEffectEvent, useState } from 'react';
import { clipboardFiles, pastedFiles } from '../capture/pasted.ts';
import type { Incoming } from '../capture/incoming.ts';
import { inField } from '../commands/use-keys.ts';

/** Takes what is pasted outside of fields. `ask` reads the clipboard; undefined where the page may not. */
export function usePaste(take: (files: Incoming[]) => void, able: boolean): (() => Promise<void>) | undefined {
  const [mayRead, setMayRead] = useState(false);
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
  useEffect(() => {
    void isReadable().then(setMayRead);
  }, []);
  return mayRead ? async () => take(await clipboardFiles(new Date())) : undefined;
}

/** Whether asking for the clipboard can lead to anything: the shell denies it, a browser may ask a person. */
async function isReadable(): Promise<boolean> {
  if (typeof (navigator.clipboard as Clipboard | undefined)?.read !== 'function') return false;
  // Browsers that do not know the name of this permission ask by themselves.
  const asked = navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
  return asked.then(
    ({ state }) => state !== 'denied',
    () => true,
  );
}
