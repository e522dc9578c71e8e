// The procedures over one IPC channel: a message port made of a window's web contents.
import type { Context, Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { IpcMain, WebContents, WebFrameMain } from 'electron';
import { isTrustedFrame } from './guard.ts';

export const RPC_CHANNEL = 'rpc';

type Message = string | Uint8Array<ArrayBuffer>;
type Contents = Pick<WebContents, 'id' | 'send' | 'isDestroyed'> & {
  on(event: 'did-navigate' | 'render-process-gone' | 'destroyed', listener: () => void): unknown;
};
type MessageEvent = { readonly sender: Contents; readonly senderFrame: Pick<WebFrameMain, 'origin' | 'parent'> | null };
type Ipc = { on(channel: string, listener: (event: MessageEvent, message: unknown) => void): ReturnType<IpcMain['on']> | void };

type Port = {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: Message): void;
};
type Connection = { readonly port: Port; receive(message: Message): void; close(): void };

function connect(contents: Contents): Connection {
  const listeners = new Map<string, ((event?: { data: unknown }) => void)[]>();
  const tell = (event: string, value?: { data: unknown }): void => listeners.get(event)?.forEach((listener) => listener(value));
  let open = true;
  return {
    port: {
      on: (event, listener) => void listeners.set(event, [...(listeners.get(event) ?? []), listener]),
      // A late answer must not reach the page that came after the one that asked.
      postMessage: (message) => void (open && !contents.isDestroyed() && contents.send(RPC_CHANNEL, message)),
    },
    receive: (data) => tell('message', { data }),
    close: () => {
      open = false;
      tell('close');
    },
  };
}

const isMessage = (value: unknown): value is Message => typeof value === 'string' || value instanceof Uint8Array;

export type RpcOptions<C extends Context> = {
  readonly ipc: Ipc;
  // oxlint-disable-next-line typescript/no-explicit-any -- oRPC's own constraint: a router of any contract
  readonly router: Router<any, C>;
  readonly context: () => C;
  readonly warn: (message: string, detail?: unknown) => void;
  /** The page whose origin may speak. */
  readonly page?: string;
};

/** Answers trusted windows; drops, and logs, every message from elsewhere. One connection a document. */
export function serveWindows<C extends Context>({ ipc, router, context, warn, page }: RpcOptions<C>): void {
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  const handler = new RPCHandler<Context>(router as Router<any, Context>);
  const connections = new Map<number, Connection>();
  const watched = new Set<number>();

  function end(contents: Contents): void {
    connections.get(contents.id)?.close();
    connections.delete(contents.id);
  }
  function watch(contents: Contents): void {
    if (watched.has(contents.id)) return;
    watched.add(contents.id);
    contents.on('did-navigate', () => end(contents));
    contents.on('render-process-gone', () => end(contents));
    contents.on('destroyed', () => {
      end(contents);
      watched.delete(contents.id);
    });
  }
  function connectionOf(contents: Contents): Connection {
    const known = connections.get(contents.id);
    if (known) return known;
    const made = connect(contents);
    connections.set(contents.id, made);
    watch(contents);
    handler.upgrade(made.port, { context: context() });
    return made;
  }

  ipc.on(RPC_CHANNEL, ({ sender, senderFrame }, message) => {
    if (!isTrustedFrame(senderFrame, page)) warn('message from a stranger dropped', senderFrame?.origin);
    else if (!isMessage(message)) warn('message that is neither text nor bytes dropped', typeof message);
    else connectionOf(sender).receive(message);
  });
}
