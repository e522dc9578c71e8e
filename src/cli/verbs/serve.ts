import { spawn } from 'node:child_process';
import { Failure } from '#contract/errors.ts';
import { interfaceFolder, openCore } from '#core/core.ts';
import { serve as startServer } from '#serve/server.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

const LAST_PORT = 65_535;

/** Runs until interrupted. `--create` makes the archive, with the sample article, when there is none. */
export const serve: Verb = async ({ args, archive, terminal, signal }) => {
  const read = readArguments(args, { port: { type: 'string' }, open: { type: 'boolean' }, create: { type: 'boolean' } }, 0);
  const port = read.number('port', 0);
  if (port > LAST_PORT) throw new Failure('usage.bad-value', { option: '--port', value: String(port), allowed: `0 … ${LAST_PORT}` });
  const core = await openCore({ dir: archive, create: read.flag('create'), sample: true, app: 'loopback', mode: 'share' });
  try {
    const server = await startServer({ core, root: interfaceFolder(), port });
    const hint = terminal.language === 'ar' ? 'ورّاق يعمل. أوقفه بـ Ctrl+C. افتح:' : 'Warraq is running. Stop it with Ctrl+C. Open:';
    terminal.result({ url: server.url }, () => [`${hint} ${server.url}`]);
    if (read.flag('open')) openInBrowser(server.url);
    await new Promise<void>((done) => {
      if (signal.aborted) done();
      else signal.addEventListener('abort', () => done(), { once: true });
    });
    await server.close();
  } finally {
    await core.close();
  }
  return 0;
};

function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['explorer', url] : ['xdg-open', url];
  spawn(command!, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
