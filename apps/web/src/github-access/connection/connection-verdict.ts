import type { ConnectionSummary } from '@throughline/contract';

/** Is this connection well? In a sentence. */
export function toVerdict({ state, organisation, host, data, ending }: ConnectionSummary): string {
  switch (state) {
    case 'needs-attention':
      return `Reading ${organisation} needs you.`;
    case 'paused':
      return `Reading ${organisation} is paused. What was read stays.`;
    case 'disconnecting':
      return ending?.removesData === true
        ? `${organisation} is being disconnected, and what was read of it is deleted.`
        : `${organisation} is being disconnected. What was read of it stays.`;
    case 'active':
      if (!data.includes('pull-requests')) return `${organisation} is connected; its pull requests are off.`;
      return host.kind === 'demo' ? `${organisation} is read. It is made up.` : `${organisation} is read.`;
  }
}
