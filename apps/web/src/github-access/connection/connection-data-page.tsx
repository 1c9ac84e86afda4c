import type { ConnectionDetail } from '@throughline/contract';
import { ConnectionFrame } from './connection-frame.tsx';
import { DataSwitchField } from './data-switch-field.tsx';

/** What is read of this organisation? */
export const ConnectionDataPage = () => (
  <ConnectionFrame tab="data">{(connection) => <Switches connection={connection} />}</ConnectionFrame>
);

const Switches = ({ connection }: { readonly connection: ConnectionDetail }) => (
  <div>
    {connection.switches.map((one) => (
      <DataSwitchField key={one.data} connection={connection} dataSwitch={one} />
    ))}
  </div>
);
