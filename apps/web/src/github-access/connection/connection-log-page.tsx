import { AuditList } from '../../access/audit-list.tsx';
import { ConnectionFrame } from './connection-frame.tsx';

/** Who changed what of this connection? */
export const ConnectionLogPage = () => (
  <ConnectionFrame tab="log">
    {({ connectionId }) => <AuditList filter={{ subject: `connection:${connectionId}` }} />}
  </ConnectionFrame>
);
