import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { afterAll } from 'vitest';

/** Every address this process began to connect to. */
export interface WatchedConnections {
  /** `127.0.0.1:443`, and empties the list. */
  take(): string[];
}

const channel = 'net.client.socket';

/** Watches until the file's tests end; what goes to these ports of this machine is left out. */
export function watchConnections(ownPorts: readonly number[]): WatchedConnections {
  let attempts: string[] = [];
  const watch = (message: unknown): void => {
    // as: Node tells each new socket of a client on this channel.
    const { socket } = message as { readonly socket: Socket };
    socket.on('connectionAttempt', (address: string, port: number) => {
      if (!ownPorts.includes(port)) attempts.push(`${address}:${port}`);
    });
  };
  subscribe(channel, watch);
  afterAll(() => unsubscribe(channel, watch));
  return {
    take: () => {
      const taken = attempts;
      attempts = [];
      return taken;
    },
  };
}
