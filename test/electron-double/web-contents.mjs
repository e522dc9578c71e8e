// electron.webContents: what passes between the main process and one page.
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { onRedirect, openPage } from './chromium-session.mjs';
import { makeCodec } from './codec.mjs';
import { ipcMain } from './ipc-main.mjs';
import { mainWorldSource, PRELOAD_WORLD, preloadWorldSource } from './page-scripts.mjs';
import { applyPermissions, watchHandlers } from './permissions.mjs';
import { originOf, toRealAddress, toTestAddress } from './scheme.mjs';
import { session } from './session.mjs';

const codec = makeCodec();
const all = new Map();

/** The double shows pages the safe way only, so an unsafe window must not seem to work. */
function refuseUnsafe({ sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }) {
  if (sandbox === false || contextIsolation === false || nodeIntegration || webviewTag || webSecurity === false) {
    throw new Error('electron double: only sandboxed, isolated pages without Node, webviews or weakened security');
  }
}

export class WebContents extends EventEmitter {
  static #last = 0;
  id = ++WebContents.#last;
  session = session.defaultSession;
  ipc = new EventEmitter();
  page;
  targetId;
  mainFrame;
  #cdp;
  #world;
  #openHandler = () => ({ action: 'allow' });
  #loading = '';
  #ready;
  #preferences;
  #permissions = Promise.resolve();
  #unwatch;

  constructor(window, preferences) {
    super();
    refuseUnsafe(preferences);
    this.window = window;
    this.#preferences = preferences;
    this.mainFrame = this.#frame();
    all.set(this.id, this);
    this.#ready = this.#open();
    this.#unwatch = watchHandlers(() => this.#loading && this.#permit());
    this.#ready.catch((error) => console.error('electron double: a window failed', error));
  }
  #frame() {
    const contents = this;
    return {
      parent: null,
      routingId: 1,
      processId: this.id,
      get url() {
        return contents.getURL();
      },
      get origin() {
        return originOf(contents.getURL());
      },
      send: (channel, ...args) => contents.send(channel, ...args),
    };
  }
  async #open() {
    const { page, cdp } = await openPage();
    this.page = page;
    this.#cdp = cdp;
    this.targetId = (await cdp.send('Target.getTargetInfo')).targetInfo.targetId;
    await this.#install();
    await this.#watch();
    const { width = 800, height = 600 } = this.window.options;
    await page.setViewportSize({ width, height });
  }
  /** Puts the preload into a world of its own, before any script of the page. */
  async #install() {
    const secret = randomUUID();
    const binding = `electron${secret.replaceAll('-', '')}`;
    this.#cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === PRELOAD_WORLD && context.auxData?.frameId === this.targetId) this.#world = context.id;
    });
    this.#cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding && executionContextId === this.#world) void this.#receive(payload);
    });
    await this.#cdp.send('Page.enable');
    await this.#cdp.send('Runtime.enable');
    await this.#cdp.send('Runtime.addBinding', { name: binding, executionContextName: PRELOAD_WORLD });
    if (!this.#preferences.preload) return;
    const preload = readFileSync(this.#preferences.preload, 'utf8');
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(secret) });
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldSource(secret, binding, preload),
      worldName: PRELOAD_WORLD,
    });
  }
  async #watch() {
    const { page } = this;
    this.#cdp.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) this.emit('did-navigate', {}, toRealAddress(frame.url), 200, '');
    });
    this.#cdp.on('Page.windowOpen', ({ url, windowName }) => {
      // Whatever the answer, the double closes the new page: it knows no windows but the program's own.
      this.#openHandler({ url: toRealAddress(url), frameName: windowName, features: '', disposition: 'foreground-tab' });
    });
    page.on('domcontentloaded', () => this.emit('dom-ready', {}));
    page.on('load', () => {
      this.emit('did-finish-load', {});
      this.window.emit('ready-to-show', {});
    });
    page.on('console', (message) => this.emit('console-message', { level: message.type(), message: message.text() }));
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
    page.on('close', () => this.window.pageClosed());
    onRedirect(page, (url) => this.#mayGo(['will-redirect'], url));
    await page.route('**/*', (route) => {
      const request = route.request();
      const url = toRealAddress(request.url());
      if (!request.isNavigationRequest() || url === this.#loading) return route.fallback();
      const isMain = request.frame() === page.mainFrame();
      const allowed = this.#mayGo(isMain ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'], url, isMain);
      return allowed ? route.fallback() : route.abort('aborted');
    });
  }
  #mayGo(events, url, isMainFrame = true) {
    let allowed = true;
    const event = { url, isMainFrame, isSameDocument: false, preventDefault: () => (allowed = false) };
    for (const name of events) this.emit(name, event, url);
    return allowed;
  }
  async #receive(text) {
    const { id, channel, args } = codec.unpack(text);
    const event = { sender: this, senderFrame: this.mainFrame, processId: this.id, frameId: 1, ports: [] };
    event.reply = (name, ...rest) => this.send(name, ...rest);
    if (!id) {
      this.ipc.emit(channel, event, ...args);
      ipcMain.emit(channel, event, ...args);
      return;
    }
    try {
      const handler = ipcMain.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      await this.#deliver(codec.pack({ id, ok: true, value: await handler(event, ...args) }));
    } catch (error) {
      await this.#deliver(codec.pack({ id, ok: false, error: `Error invoking remote method '${channel}': ${error}` }));
    }
  }
  /** Lost without a word when the page is gone, as in Electron. */
  async #deliver(text) {
    const expression = `globalThis.electronDoubleReceive(${JSON.stringify(text)})`;
    await this.#cdp.send('Runtime.evaluate', { contextId: this.#world, expression }).catch(() => {});
  }
  send(channel, ...args) {
    void this.#deliver(codec.pack({ channel, args }));
  }
  /** One after another, so that the last handlers have the last word. */
  #permit() {
    const address = this.#loading;
    const { origin } = new URL(toTestAddress(address));
    const apply = () => applyPermissions(this.#cdp, this, address, origin);
    this.#permissions = this.#permissions.then(apply).catch((error) => this.isDestroyed() || console.error('electron double: permissions', error));
    return this.#permissions;
  }
  async loadURL(address) {
    await this.#ready;
    this.#loading = new URL(address).href;
    await this.#permit();
    await this.page.goto(toTestAddress(address), { waitUntil: 'load' });
  }
  getURL() {
    return this.page ? toRealAddress(this.page.url()) : '';
  }
  setWindowOpenHandler(handler) {
    this.#openHandler = handler;
  }
  isDestroyed() {
    return this.window.isDestroyed();
  }
  reload() {
    this.page.reload().catch(() => {});
  }
  forcefullyCrashRenderer() {
    this.#cdp.send('Page.crash').catch(() => {});
  }
  close() {
    void this.window.close();
  }
  openDevTools() {}
  isDevToolsOpened() {
    return false;
  }
  focus() {}
  executeJavaScript(code) {
    return this.page.evaluate(code);
  }
  forget() {
    this.#unwatch();
    all.delete(this.id);
    this.emit('destroyed');
  }
}

export const webContents = {
  fromId: (id) => all.get(id),
  getAllWebContents: () => [...all.values()],
  fromDevToolsTargetId: (target) => [...all.values()].find((contents) => contents.targetId === target),
};
