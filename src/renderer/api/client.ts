// The one way to the archive: the shell's bridge in the desktop window, loopback HTTP in a browser.
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#contract/contract.ts';

type Bridge = {
  send(message: string | Uint8Array): void;
  onMessage(take: (message: string | Uint8Array) => void): () => void;
  onCommand?(take: (command: string) => void): () => void;
};
export const bridge = (globalThis as { warraq?: Bridge }).warraq;

/** The bridge in the shape of a port, as far as the link needs it. */
function portOf(shell: Bridge) {
  return {
    addEventListener(type: string, take: (event: { data: unknown }) => void) {
      if (type === 'message') shell.onMessage((data) => take({ data }));
    },
    postMessage: (message: string | Uint8Array) => shell.send(message),
  };
}

const link = bridge ? new PortLink({ port: portOf(bridge) as unknown as MessagePort }) : new HttpLink({ url: `${location.origin}/rpc` });
export const api: ContractRouterClient<typeof contract> = createORPCClient(link);
