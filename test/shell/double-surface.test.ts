// The double must not know more of Electron than Electron does, nor less than the program uses.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const declarations = readFileSync(join(root, 'node_modules/electron/electron.d.ts'), 'utf8');

/** The names that one interface or class of electron.d.ts declares, with those of what it extends. */
function declared(type: string): Set<string> {
  if (type === 'NodeJS.EventEmitter' || type === 'NodeEventEmitter') return new Set();
  const found = new RegExp(`^  (?:interface|class) ${type}(?: extends ([\\w.]+))? \\{\\n([\\s\\S]*?)^  \\}`, 'm').exec(declarations);
  if (!found) return new Set();
  const own = [...found[2]!.matchAll(/^ {4}(?:static |readonly )*(\w+)\??[(:<]/gm)].map((match) => match[1]!);
  return new Set([...own, ...(found[1] ? declared(found[1]) : [])]);
}

// The module is only read: the process leaves before it would launch Chromium.
const script = `
import electron from './test/electron-double/electron.mjs';
import { EventEmitter } from 'node:events';
import { WebContents } from './test/electron-double/web-contents.mjs';
const emitter = new Set(Object.getOwnPropertyNames(EventEmitter.prototype));
const names = (value) => Object.getOwnPropertyNames(value).filter((name) => name !== 'constructor' && !name.startsWith('_') && !emitter.has(name));
const methods = (value) => [...names(value), ...names(Object.getPrototypeOf(value) === Object.prototype ? {} : Object.getPrototypeOf(value))]
  .filter((name) => name !== 'domain');
const statics = (type) => names(type).filter((name) => !['length', 'name', 'prototype'].includes(name));
process.stdout.write(JSON.stringify({
  exports: Object.keys(electron),
  App: methods(electron.app), CommandLine: methods(electron.app.commandLine), IpcMain: methods(electron.ipcMain),
  Protocol: methods(electron.protocol), Session: methods(electron.session.defaultSession), Shell: methods(electron.shell),
  Dialog: methods(electron.dialog), BrowserWindow: [...names(electron.BrowserWindow.prototype), ...statics(electron.BrowserWindow)],
  WebRequest: methods(electron.session.defaultSession.webRequest),
  Menu: [...names(electron.Menu.prototype), ...statics(electron.Menu)], WebContents: names(WebContents.prototype),
}), () => process.exit(0));
`;
const node = join(root, 'node_modules/.bin/node');
const surface = JSON.parse(execFileSync(node, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })) as Record<
  string,
  string[]
>;

/** What the parts of the double say to each other. */
const internal: Record<string, readonly string[]> = {
  App: ['quitting'],
  IpcMain: ['handlers'],
  BrowserWindow: ['pageClosed'],
  WebContents: ['forget'],
};

test('the declarations are read', () => {
  expect([...declared('BrowserWindow')]).toEqual(expect.arrayContaining(['loadURL', 'isVisible', 'getAllWindows']));
  expect(declared('App').has('enableSandbox')).toBe(true);
  expect(declared('App').has('nonsense')).toBe(false);
});

test.each(Object.keys(surface).filter((type) => type !== 'exports'))('%s of the double has no member that Electron lacks', (type) => {
  const real = declared(type);
  const own = surface[type]!.filter((name) => !internal[type]?.includes(name));
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((name) => !real.has(name))).toEqual([]);
});

test('the double exports everything that src/main imports, and only what Electron exports', () => {
  const used = globSync('src/main/*.ts', { cwd: root }).flatMap((file) => {
    const [, names] = /^import \{([^}]+)\} from 'electron';/m.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    return names?.split(',').map((name) => name.trim()) ?? [];
  });
  expect(used).toContain('BrowserWindow');
  expect(used.filter((name) => !surface['exports']!.includes(name))).toEqual([]);
  const real = /^ {2}namespace CrossProcessExports \{\n([\s\S]*?)^ {2}\}/m.exec(declarations)![1]!;
  expect(surface['exports']!.filter((name) => !new RegExp(`^ {4}(?:const|let|class) ${name}\\b`, 'm').test(real))).toEqual([]);
});
