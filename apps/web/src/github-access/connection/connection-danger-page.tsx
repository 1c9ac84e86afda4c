import type { ConnectionDetail } from '@throughline/contract';
import { ConnectionFrame } from './connection-frame.tsx';
import { Disconnect } from './disconnect.tsx';

/** How does this connection end? */
export const ConnectionDangerPage = () => (
  <ConnectionFrame tab="danger">
    {(connection: ConnectionDetail) =>
      connection.state === 'disconnecting' ? null : <Disconnect connection={connection} />
    }
  </ConnectionFrame>
);
