import { Button } from '@primer/react';
import { TokenForm } from '../token-form.tsx';
import { TokenResult } from '../token-result.tsx';
import type { StepProps } from './step-props.ts';

/** Pastes the token, tests it, says what it is. */
export const TokenStep = ({ state: { host, report }, send }: StepProps) => (
  <>
    <TokenForm
      label="Token"
      isMain={report === undefined}
      host={host}
      onTested={(tested) => send({ kind: 'token-tested', report: tested })}
    />
    {report !== undefined && (
      <>
        <TokenResult report={report} />
        <div>
          <Button variant="primary" onClick={() => send({ kind: 'token-accepted' })}>
            Continue
          </Button>
        </div>
      </>
    )}
  </>
);
