// When something breaks: note it, keep the archive whole, and let the person go on.
import type { Dialog } from 'electron';
import type { Log } from './log.ts';
import { type Language, shellLabels } from './labels.ts';

type Contents = {
  on(event: 'render-process-gone', listener: (event: unknown, details: { reason: string; exitCode?: number }) => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  reload(): void;
  isDestroyed(): boolean;
};

type WindowWatch = {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly log: Log;
  readonly language: () => Language;
  readonly close: () => void;
};

/** A page that died or hangs: log, then ask whether to load it again. The archive lives in this process and is not touched. */
export function watchWindow(contents: Contents, { dialog, log, language, close }: WindowWatch): void {
  let asking = false;
  async function ask(kind: 'gone' | 'hangs'): Promise<void> {
    if (asking || contents.isDestroyed()) return;
    asking = true;
    const labels = shellLabels[language()];
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: labels[kind],
      detail: labels.safe,
      buttons: [labels.reload, kind === 'gone' ? labels.closeWindow : labels.wait],
      defaultId: 0,
      cancelId: 1,
    });
    asking = false;
    if (contents.isDestroyed()) return;
    if (response === 0) contents.reload();
    else if (kind === 'gone') close();
  }
  const report = (error: unknown): void => log('error', 'the dialog could not be shown', error);
  contents.on('render-process-gone', (_event, details) => {
    log('error', `the page is gone: ${details.reason}`, details.exitCode);
    if (details.reason !== 'clean-exit') ask('gone').catch(report);
  });
  contents.on('unresponsive', () => {
    log('warn', 'the page does not respond');
    ask('hangs').catch(report);
  });
}

type Process = { on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown };

/** A defect in this process: log it, close the archive in order, leave with exit code 1. */
export function watchProcess(process: Process, log: Log, closeArchive: () => Promise<void>, exit: (code: number) => void): void {
  let leaving = false;
  const leave = (error: unknown): void => {
    log('error', 'uncaught exception', error);
    if (leaving) return;
    leaving = true;
    closeArchive()
      .catch((failure: unknown) => log('error', 'the archive could not be closed', failure))
      .finally(() => exit(1));
  };
  process.on('uncaughtException', leave);
  process.on('unhandledRejection', leave);
}
