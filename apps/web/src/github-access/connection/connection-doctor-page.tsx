import { DoctorChecks } from '../../doctor/doctor-checks.tsx';
import { ConnectionFrame } from './connection-frame.tsx';

/** What is wrong with this connection, and what to do? */
export const ConnectionDoctorPage = () => (
  <ConnectionFrame tab="doctor">
    {({ connectionId }) => <DoctorChecks connectionId={connectionId} />}
  </ConnectionFrame>
);
