import type { ConnectionStatus, Status } from './load-status.ts';

/** Whether somebody has to repair a connection, or one of its repositories. */
export const needsAttention = (status: Status): boolean => status.connections.some(isInNeed);

const isInNeed = ({ sync, needsYouCount }: ConnectionStatus): boolean =>
  sync.connection.state === 'needs-attention' || needsYouCount > 0;
