// Who may come in: this computer's browser, at our exact address, that was handed the one-time token.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Digests first: `timingSafeEqual` wants equal lengths, and the length of a secret is not told either. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

export type Door = {
  readonly token: string;
  /** True once, for the right token. */
  useToken(token: string): boolean;
  /** The Set-Cookie line that lets this browser in from now on, for as long as the server runs. */
  readonly setCookie: string;
  isInside(cookieHeader: string | undefined): boolean;
};

/** Cookies do not know ports (RFC 6265 8.5), so the name carries ours: two servers do not put each other's guests out. */
export function openDoor(port: number): Door {
  const secret = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  const name = `warraq-${port}`;
  let used = false;
  return {
    token,
    useToken(given) {
      if (used || !same(given, token)) return false;
      used = true;
      return true;
    },
    setCookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    isInside(header) {
      const given = cookieValue(header, name);
      return given !== undefined && same(given, secret);
    },
  };
}
