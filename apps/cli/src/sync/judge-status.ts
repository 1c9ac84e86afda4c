import type { RepositorySync } from '@throughline/contract';
import type { ConnectionStatus, Status } from './load-status.ts';

/** Whether somebody has to repair a connection, or one of its repositories. */
export const needsAttention = (status: Status): boolean => status.connections.some(needsYou);

const needsYou = ({ sync, repositories }: ConnectionStatus): boolean =>
  sync.connection.state === 'needs-attention' || repositories.some(isInNeed);

/** Whether a repository can't be read until somebody does something about it. */
export const isInNeed = ({ state }: RepositorySync): boolean => state === 'failed';
