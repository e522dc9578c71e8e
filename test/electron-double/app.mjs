// electron.app: life cycle, paths, switches, the single instance.
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow } from './browser-window.mjs';
import { closeChromium, launchChromium } from './chromium-session.mjs';
import { canRequest } from './session.mjs';

const appPath = globalThis.electronDoubleAppPath ?? process.cwd();
const packageFile = join(appPath, 'package.json');
const manifest = existsSync(packageFile) ? JSON.parse(readFileSync(packageFile, 'utf8')) : {};
const switches = new Map(
  process.argv
    .filter((word) => word.startsWith('--'))
    .map((word) => {
      const [name, ...value] = word.slice(2).split('=');
      return [name, value.join('=')];
    }),
);

class App extends EventEmitter {
  isPackaged = false;
  name = manifest.productName ?? manifest.name ?? 'Electron';
  quitting = false;
  commandLine = {
    appendSwitch: (name, value = '') => {
      this.#mustPrecedeReady('commandLine.appendSwitch');
      switches.set(name, value);
    },
    hasSwitch: (name) => switches.has(name),
    getSwitchValue: (name) => switches.get(name) ?? '',
  };
  #paths = {};
  #isReady = false;
  #ready;

  constructor() {
    super();
    this.#ready = new Promise((resolve) => setImmediate(() => this.#launch().then(resolve, (error) => this.#die(error))));
  }
  async #launch() {
    if (this.quitting) return new Promise(() => {});
    await launchChromium({
      userData: this.getPath('userData'),
      locale: this.getLocale(),
      canRequest,
      onPopup: (page) => void page.close().catch(() => {}),
    });
    this.#isReady = true;
    this.emit('ready', {}, {});
  }
  #die(error) {
    console.error(error);
    process.exit(1);
  }
  #mustPrecedeReady(name) {
    if (this.#isReady) throw new Error(`${name} must be called before app is ready`);
  }
  whenReady() {
    return this.#ready;
  }
  isReady() {
    return this.#isReady;
  }
  getName() {
    return this.name;
  }
  getVersion() {
    return manifest.version ?? '0.0.0';
  }
  getAppPath() {
    return appPath;
  }
  getLocale() {
    return switches.get('lang') || 'en-US';
  }
  getPath(name) {
    const userData = switches.get('user-data-dir') || join(tmpdir(), 'electron-double', String(process.pid));
    const known = {
      home: homedir(),
      temp: tmpdir(),
      appData: join(userData, '..'),
      userData,
      sessionData: userData,
      logs: join(userData, 'logs'),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
      desktop: join(homedir(), 'Desktop'),
      exe: process.execPath,
    };
    const path = this.#paths[name] ?? known[name];
    if (!path) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData') mkdirSync(path, { recursive: true });
    return path;
  }
  setPath(name, path) {
    this.#paths[name] = path;
  }
  enableSandbox() {
    this.#mustPrecedeReady('app.enableSandbox');
  }
  setAppUserModelId() {}
  focus() {}

  /** One process a profile, as in Electron; a second one tells the first and gets false. */
  requestSingleInstanceLock() {
    const lock = join(this.getPath('userData'), 'double-lock');
    const call = `${lock}-call`;
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder && holder !== process.pid && isAlive(holder)) {
      writeFileSync(call, JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      return false;
    }
    writeFileSync(lock, String(process.pid));
    process.once('exit', () => rmSync(lock, { force: true }));
    watch(this.getPath('userData'), () => {
      if (!existsSync(call)) return;
      const text = readFileSync(call, 'utf8');
      if (!text.endsWith('}')) return;
      rmSync(call);
      const { argv, cwd } = JSON.parse(text);
      this.emit('second-instance', {}, argv, cwd, {});
    }).unref();
    return true;
  }
  quit() {
    if (this.quitting) return;
    this.quitting = true;
    this.#quit().catch((error) => this.#die(error));
  }
  async #quit() {
    if (!this.#allowed('before-quit')) return;
    for (const window of BrowserWindow.getAllWindows()) {
      await window.close();
      if (!window.isDestroyed()) {
        this.quitting = false;
        return;
      }
    }
    if (!this.#allowed('will-quit')) return;
    this.exit(0);
  }
  #allowed(name) {
    let allowed = true;
    this.emit(name, { preventDefault: () => (allowed = false) });
    if (!allowed) this.quitting = false;
    return allowed;
  }
  exit(code = 0) {
    this.quitting = true;
    this.emit('quit', {}, code);
    closeChromium()
      .catch(() => {})
      .finally(() => process.exit(code));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const app = new App();
