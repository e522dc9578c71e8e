// The order of start-up, and nothing else. Nothing is awaited before what must precede `ready`.
import './thread-pool.ts';
import { join, resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { isFailure } from '#contract/errors.ts';
import { type Core, defaultArchiveDir, openCore } from '#core/core.ts';
import { errorMessage } from '#i18n/message.ts';
import { archiveArgument } from './archive-argument.ts';
import { watchProcess } from './crash.ts';
import { APP_PAGE, guardSession } from './guard.ts';
import { type Language, shellLabels } from './labels.ts';
import { fileLog } from './log.ts';
import { COMMAND_CHANNEL, menuTemplate } from './menu.ts';
import { appScheme, serveAssets } from './protocol.ts';
import { serveWindows } from './rpc.ts';
import { openWindow } from './window.ts';

// In development the page comes from Vite's server; a packaged program never listens to the environment for that.
const page = (!app.isPackaged && process.env['ELECTRON_RENDERER_URL']) || APP_PAGE;
const preload = join(import.meta.dirname, '../preload/index.cjs');
const root = join(import.meta.dirname, '../renderer');
const log = fileLog(app.getPath('logs'), () => new Date());
const warn = (message: string, detail?: unknown): void => log('warn', message, detail);
let language: Language = 'ar';
let core: Core | undefined;

async function closeArchive(): Promise<void> {
  const open = core;
  core = undefined;
  await open?.close();
}

function showMenu(): void {
  const send = (command: string): void =>
    (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents.send(COMMAND_CHANNEL, command);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ language, platform: process.platform, packaged: app.isPackaged, send })));
}

/** The menu speaks the language of the settings, and follows it when it changes. */
async function followLanguage(open: Core): Promise<void> {
  const client = createRouterClient(open.router, { context: () => open.context('desktop') });
  const read = async (): Promise<void> => {
    language = (await client.settings.get()).language;
    showMenu();
  };
  await read();
  for await (const { kind } of await client.archive.watch()) if (kind === 'settings-changed') await read();
}

/** An expected failure is told in a sentence; a defect says that it is one. Either way nothing is left half open. */
function tellAndLeave(error: unknown): void {
  log('error', 'start-up failed', error);
  const sentence = isFailure(error) ? errorMessage(error.code, error.params, language) : undefined;
  dialog.showErrorBox(shellLabels[language].cannotOpen, sentence ?? shellLabels[language].defect);
  closeArchive()
    .catch(warn.bind(null, 'the archive could not be closed'))
    .finally(() => app.exit(1));
}

/** The page cannot ask for a folder with its path. */
async function pickFolder(): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory'] });
  return canceled ? undefined : filePaths[0];
}

async function start(): Promise<void> {
  const dir = resolve(archiveArgument(process.argv) ?? defaultArchiveDir());
  const open = await openCore({ dir, create: true, sample: true, app: 'desktop', mode: 'share', pickFolder, log });
  core = open;
  guardSession(session.defaultSession, warn, page);
  protocol.handle(appScheme.scheme, serveAssets(root));
  serveWindows({ ipc: ipcMain, router: open.router, context: () => open.context('desktop'), warn, page });
  showMenu();
  followLanguage(open).catch((error: unknown) => core && warn('the menu does not follow the language', error));
  await openWindow({ preload, page, log, language: () => language });
}

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([appScheme]);
  app.commandLine.appendSwitch('lang', 'ar');
  app.commandLine.appendSwitch('force-ui-direction', 'rtl');
  app.enableSandbox();
  watchProcess(process, log, closeArchive, (code) => app.exit(code));
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!core) return;
    event.preventDefault();
    closeArchive()
      .catch((error: unknown) => log('error', 'the archive could not be closed', error))
      .finally(() => app.exit(0));
  });
  app.whenReady().then(start).catch(tellAndLeave);
} else {
  app.quit();
}
