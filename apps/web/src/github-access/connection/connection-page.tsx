import { ConnectionFrame } from './connection-frame.tsx';
import { ConnectionOverview } from './connection-overview.tsx';

/** Is this connection well? */
export const ConnectionPage = () => (
  <ConnectionFrame tab="overview">
    {(connection) => <ConnectionOverview connection={connection} />}
  </ConnectionFrame>
);
