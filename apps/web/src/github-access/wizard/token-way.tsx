import { CredentialFound } from './credential-found.tsx';
import type { StepProps } from './step-props.ts';
import { TokenForm } from './token-form.tsx';

/** Pastes the token, tests it, says what it is. */
export const TokenWay = ({ state: { host, data, report }, send }: StepProps) => (
  <>
    <TokenForm
      label="Token"
      isMain={report === undefined}
      host={host}
      data={data}
      onTested={(tested) => send({ kind: 'report-found', report: tested })}
    />
    {report !== undefined && <CredentialFound report={report} send={send} />}
  </>
);
