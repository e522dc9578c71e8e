// The module 'electron', doubled: a real main process and real Chromium pages, with the part between them imitated.
import { join } from 'node:path';
import { app } from './app.mjs';
import { BrowserWindow } from './browser-window.mjs';
import { ipcMain } from './ipc-main.mjs';
import { Menu, MenuItem } from './menu.mjs';
import { protocol, session } from './session.mjs';
import { webContents } from './web-contents.mjs';

Object.defineProperty(process.versions, 'electron', { value: '45.0.0-double', enumerable: true });
process.type = 'browser';
process.resourcesPath = join(process.cwd(), 'resources');

/** A dialog nobody prepared an answer for would hang for ever in a test: it fails instead. */
const unanswered = (name) => async () => {
  throw new Error(`electron double: no answer prepared for dialog.${name}; give one with app.evaluate`);
};
export const dialog = {
  showOpenDialog: unanswered('showOpenDialog'),
  showSaveDialog: unanswered('showSaveDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title, content) => console.error(title, content),
};
/** Nothing is opened: a test replaces these to see what was asked for. */
export const shell = {
  openExternal: async () => {},
  openPath: async () => '',
  showItemInFolder: () => {},
};

export { app, BrowserWindow, ipcMain, Menu, MenuItem, protocol, session, webContents };
export default { app, BrowserWindow, dialog, ipcMain, Menu, MenuItem, protocol, session, shell, webContents };
