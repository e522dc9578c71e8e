// Keys by their place on the keyboard (`code`), so that they are the same keys on an Arabic layout as on a Latin one.

export type Key = { code: string; ctrl?: boolean; shift?: boolean };

export const pasteKey: Key = { code: 'KeyV', ctrl: true };

const isMac = /Mac/.test(navigator.platform);

export const pressed = (e: KeyboardEvent, { code, ctrl = false, shift = false }: Key): boolean =>
  e.code === code && (isMac ? e.metaKey : e.ctrlKey) === ctrl && e.shiftKey === shift && !e.altKey;

const names: Readonly<Record<string, string>> = { Slash: '/', Delete: 'Del', Escape: 'Esc', Comma: ',', Equal: '=', Minus: '-' };

/** As it stands on the keyboard. */
export const keyName = ({ code, ctrl, shift }: Key): string =>
  [
    ...(ctrl ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shift ? [isMac ? '⇧' : 'Shift'] : []),
    names[code] ?? code.replace(/^(Key|Digit)/, ''),
  ].join(isMac ? '' : '+');
