import { Button } from '@primer/react';
import type { CredentialReport } from '@throughline/contract';
import { ApartRepositories } from '../apart-repositories.tsx';
import { CredentialFindings } from './credential-findings.tsx';
import styles from './credential-found.module.css';
import { CredentialResult } from './credential-result.tsx';
import type { StepProps } from './step-props.ts';

interface Props extends Pick<StepProps, 'send'> {
  readonly report: CredentialReport;
}

/** What a token or a sign-in was found to be, and the way on. */
export const CredentialFound = ({ report, send }: Props) => (
  <>
    <CredentialResult report={report} />
    <ApartRepositories apart={report.apart} />
    <details className={styles['unfolded']}>
      <summary className={styles['summary']}>What it can do</summary>
      <CredentialFindings findings={report.findings} />
    </details>
    <div>
      <Button variant="primary" onClick={() => send({ kind: 'report-accepted' })}>
        Continue
      </Button>
    </div>
  </>
);
