// What a page of ours may do and what it cannot, on every host.
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ElectronApplication, Page } from '@playwright/test';
import { deniedFeatures } from '../../src/contract/content-security.ts';
import { captureAr as c } from '../../src/i18n/capture.ar.ts';
import { windowAr as w } from '../../src/i18n/window.ar.ts';
import { expect, test } from '../host.fixture.ts';

/** What the page is told when it looks a permission up. */
const permission = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state, name);

/** Without its handlers Electron grants everything. */
const removePermissionHandlers = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ session: { defaultSession } }) => {
    defaultSession.setPermissionRequestHandler(null);
    defaultSession.setPermissionCheckHandler(null);
  });

test('the page has no powers of Node', async ({ page }) => {
  const kinds = await page.evaluate(() =>
    ['require', 'process', 'ipcRenderer', 'module', 'Buffer'].map((name) => typeof Reflect.get(window, name)),
  );
  expect(kinds).toEqual(Array(5).fill('undefined'));
});

test('the page reaches the archive', async ({ page }) => {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  // The sample article comes through the procedures, not with the page.
  await expect(page.getByRole('link', { name: /ولايتي/ })).toBeVisible();
});

test('the policy comes with the page as a header', async ({ page }) => {
  const answer = await page.reload();
  const policy = answer!.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(answer!.headers()['x-content-type-options']).toBe('nosniff');
});

test('what the page never needs is taken from it, even where it would be granted', async ({ page, app }) => {
  const answer = await page.reload();
  const policy = answer!.headers()['permissions-policy'];
  for (const feature of ['camera', 'microphone', 'geolocation', 'midi', 'usb', 'serial', 'hid', 'payment']) {
    expect(policy).toContain(`${feature}=()`);
  }
  const allowed = await page.evaluate(() => (Reflect.get(document, 'featurePolicy') as { allowedFeatures(): string[] }).allowedFeatures());
  // The list itself is read: it still holds what was not denied.
  expect(allowed).toContain('fullscreen');
  expect(allowed.filter((feature) => deniedFeatures.some((denied) => denied === feature))).toEqual([]);
  if (app) await removePermissionHandlers(app);
  else await page.context().grantPermissions(['geolocation', 'notifications']);
  await expect.poll(() => permission(page, 'notifications')).toBe('granted');
  const code = await page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('position'),
          (error) => resolve(error.code),
        ),
      ),
  );
  expect(code).toBe(1);
});

test('inline scripts and eval do not run', async ({ page }) => {
  const found = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI));
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.head.append(script);
    // Later, because the code that a test sends is itself exempt from the rule while it runs.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what is tested
          resolve(new Function('return "ran"')());
        } catch {
          resolve('refused');
        }
      }),
    );
    await new Promise((resolve) => setTimeout(resolve));
    return { inline: Reflect.has(window, 'ranInline'), evaluated, refused };
  });
  expect(found).toEqual({ inline: false, evaluated: 'refused', refused: ['inline', 'eval'] });
});

test('nothing is fetched from another origin', async ({ page }) => {
  let hits = 0;
  const stranger = createServer((_request, response) => {
    hits += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('hello');
  }).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
  const outcome = await page.evaluate(async (address) => {
    const image = new Image();
    const loaded = new Promise((resolve) => {
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve('refused'));
    });
    image.src = address;
    return [
      await fetch(address).then(
        () => 'fetched',
        () => 'refused',
      ),
      await loaded,
      navigator.sendBeacon(address),
    ];
  }, url);
  expect(outcome.slice(0, 2)).toEqual(['refused', 'refused']);
  expect(hits).toBe(0);
  // The server does answer those who may ask.
  expect(await (await fetch(url)).text()).toBe('hello');
  stranger.close();
});

test('the page cannot be shown in a frame', async ({ page }) => {
  const text = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return frame.contentDocument?.body.textContent ?? '';
  });
  expect(text).toBe('');
});

test.describe('the desktop', () => {
  test.skip(({ host }) => host === 'loopback', 'there is a window of its own only on the desktop');

  test('the bridge is frozen and holds four words', async ({ page }) => {
    const bridge = await page.evaluate(() => {
      const known = Reflect.get(window, 'warraq');
      const replaced = Reflect.set(window, 'warraq', 1) || Reflect.set(known, 'send', 1) || Reflect.set(known, 'more', 1);
      return { names: Object.keys(known).sort(), frozen: Object.isFrozen(known), replaced };
    });
    expect(bridge).toEqual({ names: ['onCommand', 'onMessage', 'platform', 'send'], frozen: true, replaced: false });
  });

  test('a permission asked for or looked up is denied', async ({ page, app }) => {
    const headed = ['geolocation', 'camera', 'microphone', 'midi', 'clipboard-read'];
    // No header has a word on these: the guard alone denies them.
    const others = ['notifications', 'persistent-storage', 'background-sync'];
    for (const name of [...headed, ...others]) expect(await permission(page, name)).toBe('denied');
    const ask = (): Promise<string> => page.evaluate(() => Notification.requestPermission());
    expect(await ask()).toBe('denied');
    expect(await page.evaluate(() => navigator.storage.persist())).toBe(false);
    // Were the guard's handlers missing, this test would see it.
    await removePermissionHandlers(app!);
    for (const name of others) await expect.poll(() => permission(page, name)).toBe('granted');
    expect(await ask()).toBe('granted');
  });

  test('a frame inside the page has no bridge', async ({ page }) => {
    const kind = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return typeof Reflect.get(frame.contentWindow!, 'warraq');
    });
    expect(kind).toBe('undefined');
  });

  test('a message is answered for the main frame of our origin only', async ({ page, app }) => {
    // Learn one message that the page really sends, then send it again in other names.
    const learned = app!.evaluate(
      ({ ipcMain }) => new Promise<unknown>((resolve) => ipcMain.once('rpc', (_event, message) => resolve(message))),
    );
    await page.reload();
    const message = await learned;
    expect(typeof message).toBe('string');
    const ask = (origin: string, framed: boolean): Promise<number> =>
      app!.evaluate(
        async ({ ipcMain }, given) => {
          let answers = 0;
          const sender = { id: -1 - Math.random(), isDestroyed: () => false, on: () => {}, send: () => (answers += 1) };
          ipcMain.emit('rpc', { sender, senderFrame: { origin: given.origin, parent: given.framed ? {} : null } }, given.message);
          await new Promise((resolve) => setTimeout(resolve, 500));
          return answers;
        },
        { origin, framed, message },
      );
    expect(await ask('app://warraq', false)).toBeGreaterThan(0);
    expect(await ask('https://example.com', false)).toBe(0);
    expect(await ask('app://warraq.example.com', false)).toBe(0);
    expect(await ask('app://warraq', true)).toBe(0);
  });

  test('the page cannot be left', async ({ page, app }) => {
    const before = page.url();
    await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
    for (const address of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/hostname', `${new URL(before).origin}/other.html`]) {
      await page.evaluate((url) => void setTimeout(() => location.assign(url)), address);
      await page.waitForTimeout(150);
      expect(page.url()).toBe(before);
      expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
    }
    expect(await app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())).toMatch(/^app:\/\/warraq\//);
  });

  test('no window opens; an https link goes to the browser', async ({ page, app }) => {
    await app!.evaluate(({ shell }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      shell.openExternal = async (address) => void asked.push(address);
    });
    for (const address of ['https://example.com/ورق', 'file:///etc/hostname', 'javascript:alert(1)', 'https://a:b@example.com/']) {
      await page.evaluate((url) => void window.open(url), address);
    }
    const asked = (): Promise<string[]> => app!.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
    await expect.poll(asked).toEqual([new URL('https://example.com/ورق').href]);
    expect(await app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expect.poll(() => app!.windows().length).toBe(1);
  });

  test('the window shows itself and its menu speaks Arabic', async ({ app }) => {
    const visible = (): Promise<boolean> => app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible());
    await expect.poll(visible).toBe(true);
    const labels = await app!.evaluate(({ Menu }) => {
      const flat = (menu: Electron.Menu): string[] =>
        menu.items.flatMap((item) => [item.label, ...(item.submenu ? flat(item.submenu) : [])]);
      return flat(Menu.getApplicationMenu()!).filter((label) => label !== '');
    });
    expect(labels).toEqual(expect.arrayContaining(['ملف', 'استيراد…', 'تحرير', 'نسخ', 'عرض', 'نافذة']));
    expect(labels.filter((label) => !/\p{Script=Arabic}/u.test(label) && label !== 'Warraq')).toEqual([]);
  });

  test('leaving lets go of the archive', async ({ app, archiveDir }) => {
    const lockIsFree = (): boolean => {
      const database = new DatabaseSync(join(archiveDir, '.warraq/lock'), { timeout: 0 });
      try {
        database.exec('BEGIN EXCLUSIVE; ROLLBACK');
        return true;
      } catch {
        return false;
      } finally {
        database.close();
      }
    };
    expect(lockIsFree()).toBe(false);
    const child = app!.process();
    const gone = once(child, 'exit');
    await app!.close();
    expect((await gone)[0]).toBe(0);
    expect(lockIsFree()).toBe(true);
  });
});

test('the preload bundle is CommonJS and requires electron only', () => {
  const source = readFileSync(join(import.meta.dirname, '../../out/preload/index.cjs'), 'utf8');
  const required = [...source.matchAll(/\brequire\(\s*(['"`])(.+?)\1\s*\)/g)].map((match) => match[2]);
  expect([...new Set(required)]).toEqual(['electron']);
  expect(source).not.toMatch(/^\s*(?:import|export)\b/m);
});

test('a folder to be watched is chosen in the dialog of the host, where it has one', async ({ page, app, home }) => {
  test.setTimeout(90_000);
  await page.getByRole('button', { name: w.settings }).click();
  const watched = page.getByRole('region', { name: c.watched });
  const pick = watched.getByRole('button', { name: c.pickFolder });
  await expect(watched.getByLabel(c.folderPath)).toBeVisible();
  await expect(pick).toHaveCount(app ? 1 : 0);
  if (!app) return;
  const folder = join(home, 'وارد');
  mkdirSync(folder);
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  await pick.click();
  await expect(watched).toContainText(c.watchState.off);
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
  await pick.click();
  await expect(watched).toContainText(c.watchState.watching);
  await expect(watched.getByLabel(c.folderPath)).toHaveValue(folder);
});
