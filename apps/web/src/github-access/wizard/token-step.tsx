import { Button } from '@primer/react';
import { TokenFindings } from '../token-findings.tsx';
import { TokenForm } from '../token-form.tsx';
import { TokenResult } from '../token-result.tsx';
import type { StepProps } from './step-props.ts';
import styles from './token-step.module.css';

/** Pastes the token, tests it, says what it is. */
export const TokenStep = ({ state: { host, report }, send }: StepProps) => (
  <>
    <TokenForm
      label="Personal access token"
      isMain={report === undefined}
      host={host}
      onTested={(tested) => send({ kind: 'token-tested', report: tested })}
    />
    {report !== undefined && (
      <>
        <TokenResult report={report} />
        <details className={styles['unfolded']}>
          <summary className={styles['summary']}>What this token can do</summary>
          <TokenFindings findings={report.findings} />
        </details>
        <div>
          <Button variant="primary" onClick={() => send({ kind: 'token-accepted' })}>
            Continue
          </Button>
        </div>
      </>
    )}
  </>
);
