// What runs inside a page before its own scripts: the context bridge in both worlds, and the preload bundle in its own.
import { makeCodec } from './codec.mjs';

export const PRELOAD_WORLD = 'electron-preload';

/** Runs in both worlds. They share only the DOM, and Chromium clones a CustomEvent's detail from one into the other. */
function bridge(side, secret) {
  const other = side === 'main' ? 'preload' : 'main';
  const functions = new Map();
  const waiting = new Map();
  let last = 0;
  const post = (detail) => document.dispatchEvent(new CustomEvent(secret + other, { detail }));
  const messageOf = (error) => String(error?.message ?? error);
  const isPlain = (value) => Object.prototype.toString.call(value) === '[object Object]';

  function lend(value, depth = 0) {
    if (depth > 100) throw new Error('contextBridge: too deep');
    if (typeof value === 'function') {
      functions.set(++last, value);
      return { function: last };
    }
    if (value instanceof Promise) {
      const promise = ++last;
      value.then(
        (result) => post({ settle: promise, ok: true, value: lend(result) }),
        (error) => post({ settle: promise, ok: false, value: messageOf(error) }),
      );
      return { promise };
    }
    if (Array.isArray(value)) return { array: value.map((part) => lend(part, depth + 1)) };
    if (value && typeof value === 'object' && isPlain(value)) {
      return { object: Object.entries(value).map(([key, part]) => [key, lend(part, depth + 1)]) };
    }
    return { value };
  }
  function borrow(lent, freeze = false) {
    const keep = (made) => (freeze ? Object.freeze(made) : made);
    if ('value' in lent) return lent.value;
    if ('array' in lent) return keep(lent.array.map((part) => borrow(part, freeze)));
    if ('object' in lent) return keep(Object.fromEntries(lent.object.map(([key, part]) => [key, borrow(part, freeze)])));
    if ('promise' in lent) {
      return new Promise((resolve, reject) =>
        waiting.set(lent.promise, ({ ok, value }) => (ok ? resolve(borrow(value)) : reject(new Error(value)))),
      );
    }
    return keep((...args) => {
      const call = ++last;
      let answer;
      waiting.set(`call ${call}`, (given) => {
        answer = given;
      });
      // Events are dispatched synchronously, so the answer is there when this returns.
      post({ call, function: lent.function, args: lend(args) });
      waiting.delete(`call ${call}`);
      if (answer.error !== undefined) throw new Error(answer.error);
      return borrow(answer.value);
    });
  }
  function answerCall({ call, function: id, args }) {
    try {
      post({ answer: call, value: lend(functions.get(id)(...borrow(args))) });
    } catch (error) {
      post({ answer: call, error: messageOf(error) });
    }
  }
  document.addEventListener(secret + side, ({ detail }) => {
    if (detail.expose) Object.defineProperty(window, detail.expose, { value: borrow(detail.value, true), enumerable: true });
    else if (detail.settle) {
      waiting.get(detail.settle)?.(detail);
      waiting.delete(detail.settle);
    } else if (detail.answer) waiting.get(`call ${detail.answer}`)?.(detail);
    else answerCall(detail);
  });
  return (name, value) => post({ expose: name, value: lend(value) });
}

/** Runs in the isolated world: ipcRenderer over a binding of the DevTools protocol, then the preload bundle itself. */
function preloadWorld(expose, codec, sendText, runPreload) {
  const pending = new Map();
  const listeners = new Map();
  let last = 0;
  globalThis.electronDoubleReceive = (text) => {
    const message = codec.unpack(text);
    if (!message.id) {
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, senderId: 0, ports: [] }, ...message.args);
      return;
    }
    const [resolve, reject] = pending.get(message.id) ?? [];
    pending.delete(message.id);
    if (message.ok) resolve?.(message.value);
    else reject?.(new Error(message.error));
  };
  const removeListener = (channel, listener) => {
    listeners.set(channel, (listeners.get(channel) ?? []).filter((known) => known !== listener));
    return ipcRenderer;
  };
  const on = (channel, listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const text = codec.pack({ id: ++last, channel, args });
        pending.set(last, [resolve, reject]);
        sendText(text);
      }),
    send: (channel, ...args) => sendText(codec.pack({ channel, args })),
    on,
    off: removeListener,
    removeListener,
    once: (channel, listener) => {
      const single = (...args) => {
        removeListener(channel, single);
        listener(...args);
      };
      return on(channel, single);
    },
    removeAllListeners: (channel) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  const electron = { contextBridge: { exposeInMainWorld: expose }, ipcRenderer };
  // As in a sandboxed preload: nothing but electron can be required.
  runPreload((id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`);
  });
}

export const mainWorldSource = (secret) => `if (window === window.top) (${bridge})('main', ${JSON.stringify(secret)});`;

/** Only the main frame gets a preload, as in Electron without nodeIntegrationInSubFrames. */
export const preloadWorldSource = (secret, binding, preload) => `(() => {
  if (window !== window.top) return;
  const expose = (${bridge})('preload', ${JSON.stringify(secret)});
  const runPreload = (require) => {
    const module = { exports: {} };
    const process = { platform: ${JSON.stringify(process.platform)}, versions: {}, env: {}, sandboxed: true, contextIsolated: true, type: 'renderer' };
    (function (require, module, exports, process) {\n${preload}\n})(require, module, module.exports, process);
  };
  (${preloadWorld})(expose, (${makeCodec})(), (text) => globalThis[${JSON.stringify(binding)}](text), runPreload);
})();`;
