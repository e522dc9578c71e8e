// The application menu, as data: Electron builds it.
import type { MenuItemConstructorOptions } from 'electron';
import { type Language, shellLabels } from './labels.ts';

/** What the menu asks of the page. */
export type Command = 'import' | 'export' | 'find' | 'settings' | 'undo' | 'redo';
export const COMMAND_CHANNEL = 'command';

type MenuOptions = {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  /** Reloading and developer tools are for a checkout. */
  readonly packaged: boolean;
  readonly send: (command: Command) => void;
};

export function menuTemplate({ language, platform, packaged, send }: MenuOptions): MenuItemConstructorOptions[] {
  const t = shellLabels[language];
  const command = (id: Command, accelerator: string): MenuItemConstructorOptions => ({
    id,
    label: t[id],
    accelerator,
    click: () => send(id),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const file: MenuItemConstructorOptions[] = [
    command('import', 'CmdOrCtrl+O'),
    command('export', 'CmdOrCtrl+P'),
    separator,
    command('settings', 'CmdOrCtrl+,'),
    separator,
    { role: 'quit', label: t.quit },
  ];
  const edit: MenuItemConstructorOptions[] = [
    // Of typing, or of acts on the archive: the page knows.
    command('undo', 'CmdOrCtrl+Z'),
    command('redo', 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut', label: t.cut },
    { role: 'copy', label: t.copy },
    { role: 'paste', label: t.paste },
    { role: 'selectAll', label: t.selectAll },
    separator,
    command('find', 'CmdOrCtrl+F'),
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: t.actualSize },
    { role: 'zoomIn', label: t.zoomIn },
    { role: 'zoomOut', label: t.zoomOut },
    { role: 'togglefullscreen', label: t.fullScreen },
  ];
  if (!packaged) view.push(separator, { role: 'reload', label: t.reload }, { role: 'toggleDevTools', label: t.developer });
  return [
    // macOS names the first menu after the application.
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: t.file, submenu: file },
    { label: t.edit, submenu: edit },
    { label: t.view, submenu: view },
    {
      label: t.window,
      submenu: [
        { role: 'minimize', label: t.minimize },
        { role: 'close', label: t.closeWindow },
      ],
    },
  ];
}
