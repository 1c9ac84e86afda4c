import { ConnectWayChoice } from './connect-way-choice.tsx';
import { DataChoice } from './data-choice.tsx';
import type { StepProps } from './step-props.ts';

/** What shall be read, and the way to the right to read it: what is asked for follows from what is read. */
export const CredentialStep = ({ state, send }: StepProps) => (
  <>
    <DataChoice chosen={state.data} onChange={(data) => send({ kind: 'data-chosen', data })} />
    <ConnectWayChoice state={state} send={send} />
  </>
);
