// The program's own schemes. Chromium cannot be taught one from outside, so app://warraq/x is asked for as
// https://warraq.app.double.test/x and answered by the program's own protocol handler.
const SUFFIX = 'double.test';
const handlers = new Map();
const privileged = new Map();

export const schemes = { handlers, privileged };
export const toTestAddress = (address) =>
  address.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i, (whole, scheme, host) => (handlers.has(scheme) ? `https://${host}.${scheme}.${SUFFIX}` : whole));
export const toRealAddress = (address) => address.replace(/^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.double\.test(?=[/?#]|$)/i, '$2://$1');
export const originOf = (address) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(address)?.[0] ?? 'null';
