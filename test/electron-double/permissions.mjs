// Permissions: what the program's handlers answer is told to Chromium, which then grants or denies the page for real.
// Chromium's own prompt cannot be intercepted from outside, so the handlers are asked beforehand, once for each
// permission: when a page is loaded and whenever a handler changes.
import { setTimeout as sleep } from 'node:timers/promises';

/** Electron's names, and the descriptors by which CDP knows them; fullscreen and the device choosers have none. */
const DESCRIPTORS = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }, { name: 'push', userVisibleOnly: true }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  sensors: [{ name: 'accelerometer' }, { name: 'gyroscope' }, { name: 'magnetometer' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  pointerLock: [{ name: 'pointer-lock' }],
  keyboardLock: [{ name: 'keyboard-lock' }],
  ...Object.fromEntries(
    `background-fetch background-sync captured-surface-control clipboard-read display-capture idle-detection local-fonts
    local-network local-network-access loopback-network payment-handler periodic-background-sync persistent-storage
    screen-wake-lock storage-access window-management`
      .split(/\s+/)
      .map((name) => [name, [{ name }]]),
  ),
};
const MEDIA = { camera: 'video', microphone: 'audio' };

const handlers = { request: null, check: null };
const watchers = new Set();

export function setHandler(kind, handler) {
  handlers[kind] = handler;
  for (const tell of watchers) tell();
}
/** `tell()` is called when a handler changes; answers how to stop. */
export function watchHandlers(tell) {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/**
 * "Most web APIs do a permission check and then make a permission request if the check is denied" (electron.d.ts):
 * one answer that grants is enough, and where there is no handler Electron grants.
 */
async function isGranted(contents, permission, name, url) {
  const { check, request } = handlers;
  const mediaType = MEDIA[name];
  const { origin } = new URL(url);
  if (!check || check(contents, permission, origin, { isMainFrame: true, requestingUrl: url, securityOrigin: url, mediaType })) return true;
  if (!request) return true;
  const details = { isMainFrame: true, requestingUrl: url, securityOrigin: url, ...(mediaType && { mediaTypes: [mediaType] }) };
  const answer = new Promise((resolve) => request(contents, permission, resolve, details));
  // A request nobody answers gives the page nothing.
  return Promise.race([answer, sleep(1000, false, { ref: false })]);
}

/** `url` is the page's address as the program knows it, `origin` the one that Chromium sees. */
export async function applyPermissions(cdp, contents, url, origin) {
  const all = Object.entries(DESCRIPTORS).flatMap(([permission, list]) => list.map((descriptor) => ({ permission, descriptor })));
  await Promise.all(
    all.map(async ({ permission, descriptor }) => {
      const setting = (await isGranted(contents, permission, descriptor.name, url)) ? 'granted' : 'denied';
      await cdp.send('Browser.setPermission', { permission: descriptor, setting, origin });
    }),
  );
}
