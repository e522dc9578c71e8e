// The window and the powers of its page: none beyond the bridge.
import { BrowserWindow, dialog, shell } from 'electron';
import { watchWindow } from './crash.ts';
import { guardContents } from './guard.ts';
import type { Language } from './labels.ts';
import type { Log } from './log.ts';

type WindowOptions = {
  /** Absolute path of the preload bundle. */
  readonly preload: string;
  /** Address of the page. */
  readonly page: string;
  readonly log: Log;
  readonly language: () => Language;
};

export async function openWindow({ preload, page, log, language }: WindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'ورّاق',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  guardContents(window.webContents, shell, (message, detail) => log('warn', message, detail), page);
  watchWindow(window.webContents, { dialog, log, language, close: () => window.destroy() });
  await window.loadURL(page);
  return window;
}
