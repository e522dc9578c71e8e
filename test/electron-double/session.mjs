// electron.session, electron.protocol: handlers are kept, and asked about what really happens in Chromium.
import { app } from './app.mjs';
import { setHandler } from './permissions.mjs';
import { schemes } from './scheme.mjs';

const handlers = { devicePermission: null, beforeRequest: null, spellChecker: true };

export const protocol = {
  registerSchemesAsPrivileged(list) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of list) schemes.privileged.set(scheme, privileges);
  },
  handle(scheme, handler) {
    if (schemes.handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    schemes.handlers.set(scheme, handler);
  },
  unhandle: (scheme) => void schemes.handlers.delete(scheme),
  isProtocolHandled: (scheme) => schemes.handlers.has(scheme),
};

const defaultSession = {
  protocol,
  setPermissionRequestHandler: (handler) => setHandler('request', handler),
  setPermissionCheckHandler: (handler) => setHandler('check', handler),
  setDevicePermissionHandler: (handler) => void (handlers.devicePermission = handler),
  setSpellCheckerEnabled: (enabled) => void (handlers.spellChecker = enabled),
  isSpellCheckerEnabled: () => handlers.spellChecker,
  webRequest: {
    onBeforeRequest: (filter, listener) => void (handlers.beforeRequest = listener ?? filter),
  },
};
export const session = { defaultSession };

export const canRequest = (details) =>
  new Promise((resolve) => {
    if (handlers.beforeRequest) handlers.beforeRequest(details, ({ cancel }) => resolve(!cancel));
    else resolve(true);
  });
