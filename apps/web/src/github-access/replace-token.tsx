import { Button } from '@primer/react';
import {
  type ConnectionSummary,
  getSync,
  listConnections,
  replaceCredential,
  type TokenReport,
} from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './replace-token.module.css';
import { TokenFindings } from './token-findings.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenResult } from './token-result.tsx';

/** Tests a new token and puts it in the old one's place, which is wiped; reading goes on where it stopped. */
export const ReplaceToken = ({
  connection: { connectionId, name, host },
}: {
  readonly connection: ConnectionSummary;
}) => {
  const tell = useTell();
  const [report, setReport] = useState<TokenReport>();
  const change = useChange(replaceCredential, {
    refreshes: [listConnections, getSync],
    onDone: () => {
      setReport(undefined);
      tell({ text: `${name} is read with the new token. The old one is wiped.` });
    },
  });
  return (
    <div className={styles['replace']}>
      <TokenForm
        label="New token"
        isMain={false}
        host={{
          address: host.kind === 'github.com' ? '' : host.webUrl,
          isPrivateAllowed: host.kind === 'enterprise-server',
        }}
        onTested={setReport}
      />
      {report !== undefined && (
        <>
          <TokenResult report={report} />
          <TokenFindings findings={report.findings} />
          {change.isError && <FailureMessage error={change.error} isAnswer />}
          <div>
            <Button
              variant="primary"
              loading={change.isPending}
              onClick={() =>
                change.mutate({ params: { connectionId }, body: { credentialId: report.credentialId } })
              }
            >
              Replace the token
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
