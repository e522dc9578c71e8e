import { describe, expect, test } from 'vitest';
import { archiveArgument } from '../../src/main/archive-argument.ts';
import { externalAddress, guardContents, guardSession, isLocalRequest, isOwnPage, isTrustedFrame } from '../../src/main/guard.ts';
import { menuTemplate } from '../../src/main/menu.ts';

describe('addresses are parsed, never matched', () => {
  test.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['HTTPS://EXAMPLE.com', 'https://example.com/'],
    ['http://example.com/', undefined],
    ['https://name:word@example.com/', undefined],
    ['javascript:alert("https://example.com")', undefined],
    ['file:///etc/passwd', undefined],
    ['https', undefined],
  ])('out of the program: %s', (address, expected) => expect(externalAddress(address)).toBe(expected));

  test.each([
    ['app://warraq/', true],
    ['app://warraq/#/item/1', true],
    ['app://warraq/other', false],
    ['app://warraq/?x=1', false],
    ['app://warraq.example.com/', false],
    ['https://example.com/app://warraq/', false],
    ['nothing', false],
  ])('our own page: %s', (address, expected) => expect(isOwnPage(address)).toBe(expected));

  test.each([
    ['app://warraq/assets/a.js', true],
    ['blob:app://warraq/1', true],
    ['data:text/plain,a', true],
    ['app://else/', false],
    ['https://example.com/', false],
    ['file:///etc/passwd', false],
    ['http://127.0.0.1:5173/', false],
  ])('a request that stays: %s', (address, expected) => expect(isLocalRequest(address)).toBe(expected));

  test('in development the page of Vite is ours, its neighbours are not', () => {
    const page = 'http://localhost:5173';
    expect(isOwnPage('http://localhost:5173/', page)).toBe(true);
    expect(isLocalRequest('ws://localhost:5173/', page)).toBe(true);
    expect(isLocalRequest('http://localhost:5174/', page)).toBe(false);
  });
});

test('a session denies every permission and every request to elsewhere', () => {
  type Guarded = Parameters<typeof guardSession>[0];
  const kept: Record<string, (...args: never[]) => unknown> = {};
  const keep = (name: string) => (handler: unknown) => void (kept[name] = handler as (typeof kept)[string]);
  let spelling: boolean | undefined;
  const warnings: unknown[] = [];
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: (enabled: boolean) => void (spelling = enabled),
    webRequest: { onBeforeRequest: keep('before') },
  } as unknown as Guarded;
  guardSession(session, (message, detail) => warnings.push([message, detail]));
  const call = (name: string, ...args: unknown[]): unknown => (kept[name] as (...given: unknown[]) => unknown)(...args);
  const answers: unknown[] = [];
  call('request', null, 'media', (allowed: boolean) => answers.push(allowed));
  expect([call('check', null, 'media'), call('device', {}), ...answers]).toEqual([false, false, false]);
  expect(spelling).toBe(false);
  const cancelled = (url: string): boolean => {
    let result = false;
    call('before', { url }, ({ cancel }: { cancel: boolean }) => (result = cancel));
    return result;
  };
  expect(cancelled('https://example.com/')).toBe(true);
  expect(cancelled('app://warraq/')).toBe(false);
  expect(warnings).toEqual([
    ['permission refused', 'media'],
    ['request refused', 'https://example.com/'],
  ]);
});

test('contents stay on their page, take no webview and open no window', () => {
  type Guarded = Parameters<typeof guardContents>[0];
  const listeners = new Map<string, (event: unknown) => void>();
  let open: ((details: { url: string }) => unknown) | undefined;
  const opened: string[] = [];
  const contents = {
    on: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: typeof open) => void (open = handler),
  } as unknown as Guarded;
  guardContents(contents, { openExternal: async (url) => void opened.push(url) }, () => {});
  const prevented = (name: string, url: string): boolean => {
    let result = false;
    listeners.get(name)!({ url, preventDefault: () => (result = true) });
    return result;
  };
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect(prevented(name, 'https://example.com/')).toBe(true);
    expect(prevented(name, 'app://warraq/')).toBe(false);
  }
  expect(prevented('will-attach-webview', 'app://warraq/')).toBe(true);
  expect(open!({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
  expect(open!({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
  expect(opened).toEqual(['https://example.com/']);
});

test('only the main frame of our exact origin is trusted', () => {
  const frame = (origin: string, parent: unknown = null): Parameters<typeof isTrustedFrame>[0] => ({ origin, parent: parent as null });
  expect(isTrustedFrame(frame('app://warraq'))).toBe(true);
  expect(isTrustedFrame(frame('app://warraq', {}))).toBe(false);
  expect(isTrustedFrame(frame('app://warraq.example.com'))).toBe(false);
  expect(isTrustedFrame(frame('null'))).toBe(false);
  expect(isTrustedFrame(null)).toBe(false);
});

test('the folder of the archive is found among switches of Electron', () => {
  expect(archiveArgument(['electron', '.', '--user-data-dir=/p', '--archive=/أرشيف'])).toBe('/أرشيف');
  expect(archiveArgument(['electron', '--archive', '/a', '--lang=ar'])).toBe('/a');
  expect(archiveArgument(['electron', '--archive', '--lang=ar'])).toBeUndefined();
  expect(archiveArgument(['electron', '--archives=/a'])).toBeUndefined();
});

test('a packaged menu has no developer tools; its commands reach the page', () => {
  const sent: string[] = [];
  const items = (packaged: boolean) =>
    menuTemplate({ language: 'ar', platform: 'linux', packaged, send: (command) => sent.push(command) }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
  expect(items(false).some(({ role }) => role === 'toggleDevTools')).toBe(true);
  expect(items(true).some(({ role }) => role === 'toggleDevTools' || role === 'reload')).toBe(false);
  for (const { click } of items(true)) (click as (() => void) | undefined)?.();
  expect(sent).toEqual(['import', 'export', 'settings', 'undo', 'redo', 'find']);
});
