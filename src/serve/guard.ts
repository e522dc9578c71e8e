// Who may speak to the loopback host: this computer's own browser, in the window that was opened with the token.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const COOKIE = 'warraq';

const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

export type Guard = {
  /** For the URL that is printed; good once. */
  readonly token: string;
  /** Exact Host: a page that points its own name at 127.0.0.1 (DNS rebinding) is refused. */
  hostIsOurs(request: IncomingMessage): boolean;
  /** A browser names the page that sends a POST; only our own may. */
  originIsOurs(request: IncomingMessage): boolean;
  /** Gives the cookie for a token, once. */
  admit(token: string): string | undefined;
  isAdmitted(request: IncomingMessage): boolean;
};

export function createGuard(host: () => string): Guard {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(24).toString('base64url');
  let used = false;
  return {
    token,
    hostIsOurs: (request) => request.headers.host === host(),
    originIsOurs: ({ headers }) =>
      headers.origin === `http://${host()}` && (headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin'),
    admit(given) {
      if (used || !same(given, token)) return undefined;
      used = true;
      return `${COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isAdmitted({ headers }) {
      const cookies = (headers.cookie ?? '').split(/;\s*/);
      return cookies.some((cookie) => cookie.startsWith(`${COOKIE}=`) && same(cookie.slice(COOKIE.length + 1), secret));
    },
  };
}
