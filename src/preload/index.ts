// The bridge: two streams and one word. It never hands over ipcRenderer, and the page cannot name a channel.
import { contextBridge, ipcRenderer } from 'electron';

/** Gives back how to stop listening. */
function listen<T>(channel: string, callback: (value: T) => void): () => void {
  const listener = (_event: unknown, value: T): void => callback(value);
  ipcRenderer.on(channel, listener);
  return () => void ipcRenderer.removeListener(channel, listener);
}

contextBridge.exposeInMainWorld('warraq', {
  send: (message: string | Uint8Array): void => ipcRenderer.send('rpc', message),
  onMessage: (callback: (message: string | Uint8Array) => void) => listen('rpc', callback),
  onCommand: (callback: (command: string) => void) => listen('command', callback),
  platform: process.platform,
});
