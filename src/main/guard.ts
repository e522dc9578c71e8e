// The shell's refusals: what a page may ask for, where it may go, whom we listen to. Electron's parts come in as arguments.
import type { Session, Shell, WebContents, WebFrameMain } from 'electron';

export const APP_ORIGIN = 'app://warraq';
export const APP_PAGE = `${APP_ORIGIN}/`;

type Warn = (message: string, detail?: unknown) => void;

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);

/** Parsed, never matched as a substring: `https` only, and no name or password before the host. */
export function externalAddress(address: string): string | undefined {
  const url = parse(address);
  return url?.protocol === 'https:' && !url.username && !url.password ? url.href : undefined;
}

/** Our page itself, at any hash route: the one navigation a reload needs. */
export function isOwnPage(address: string, page = APP_PAGE): boolean {
  const url = parse(address);
  const own = new URL(page);
  return url?.protocol === own.protocol && url.host === own.host && url.pathname === own.pathname && url.search === own.search;
}

/** The archive works offline: a page loads from our scheme (in development from Vite's server) and from nowhere else. */
export function isLocalRequest(address: string, page = APP_PAGE): boolean {
  const url = parse(address);
  const own = new URL(page);
  if (!url) return false;
  if (['data:', 'blob:', 'devtools:'].includes(url.protocol)) return true;
  const schemes = own.protocol === 'http:' ? ['http:', 'ws:'] : [own.protocol];
  return schemes.includes(url.protocol) && url.host === own.host;
}

type GuardedSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** Denies every permission, both when asked for and when looked up, and every request that leaves the computer. */
export function guardSession(session: GuardedSession, warn: Warn, page = APP_PAGE): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    warn('permission refused', permission);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The spelling checker fetches its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isLocalRequest(details.url, page);
    if (cancel) warn('request refused', details.url);
    answer({ cancel });
  });
}

type Navigation = { readonly url: string; preventDefault(): void };
type GuardedContents = {
  on(event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', listener: (event: Navigation) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
  setWindowOpenHandler: WebContents['setWindowOpenHandler'];
};

/** Denies leaving the page, webviews and new windows; an https link opens in the person's own browser. */
export function guardContents(contents: GuardedContents, shell: Pick<Shell, 'openExternal'>, warn: Warn, page = APP_PAGE): void {
  const stay = (event: Navigation): void => {
    if (isOwnPage(event.url, page)) return;
    event.preventDefault();
    warn('navigation refused', event.url);
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url);
    if (address) shell.openExternal(address).catch((error: unknown) => warn('link could not be opened', error));
    else warn('window refused', url);
    return { action: 'deny' };
  });
}

/** Messages are heard from the main frame of our exact origin only. `frame` is null once its page is gone. */
export function isTrustedFrame(frame: Pick<WebFrameMain, 'origin' | 'parent'> | null, page = APP_PAGE): boolean {
  const { protocol, host } = new URL(page);
  return frame !== null && frame.parent === null && frame.origin === `${protocol}//${host}`;
}
