// electron.BrowserWindow: a page of Chromium with a window's life round it.
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { WebContents } from './web-contents.mjs';

export class BrowserWindow extends EventEmitter {
  static #all = new Set();
  #destroyed = false;
  #visible;
  #minimized = false;
  #title;

  static getAllWindows() {
    return [...BrowserWindow.#all];
  }
  static fromWebContents(contents) {
    return contents?.window ?? null;
  }
  static fromId(id) {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }
  static getFocusedWindow() {
    return BrowserWindow.getAllWindows().findLast((window) => window.isVisible()) ?? null;
  }
  constructor(options = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    this.#visible = options.show !== false;
    this.#title = options.title ?? app.name;
    this.webContents = new WebContents(this, options.webPreferences ?? {});
    this.id = this.webContents.id;
    BrowserWindow.#all.add(this);
    queueMicrotask(() => app.emit('browser-window-created', {}, this));
  }
  loadURL(address) {
    return this.webContents.loadURL(address);
  }
  show() {
    this.#visible = true;
    this.emit('show');
  }
  hide() {
    this.#visible = false;
    this.emit('hide');
  }
  isVisible() {
    return this.#visible;
  }
  isDestroyed() {
    return this.#destroyed;
  }
  minimize() {
    this.#minimized = true;
  }
  restore() {
    this.#minimized = false;
  }
  isMinimized() {
    return this.#minimized;
  }
  focus() {
    this.emit('focus');
  }
  setTitle(title) {
    this.#title = title;
  }
  getTitle() {
    return this.#title;
  }
  setBounds({ width, height }) {
    void this.webContents.page?.setViewportSize({ width, height });
  }
  getBounds() {
    return { x: 0, y: 0, ...(this.webContents.page?.viewportSize() ?? { width: 0, height: 0 }) };
  }
  async close() {
    let allowed = true;
    this.emit('close', { preventDefault: () => (allowed = false) });
    if (allowed) await this.destroy();
  }
  async destroy() {
    this.pageClosed();
    // The last page closes with Chromium itself: without a page it would leave before Playwright let go of it.
    if (BrowserWindow.#all.size > 0) await this.webContents.page?.close().catch(() => {});
  }
  pageClosed() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    BrowserWindow.#all.delete(this);
    this.webContents.forget();
    this.emit('closed');
    if (BrowserWindow.#all.size > 0 || app.quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}
