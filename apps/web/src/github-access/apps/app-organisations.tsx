import { SyncIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type AppReport, refreshAppOrganisations } from '@throughline/contract';
import { useEffect, useEffectEvent } from 'react';
import { toFailure } from '../../api/to-failure.ts';
import { useChange } from '../../api/use-change.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { toCount } from '../../ui/number-words.ts';
import styles from '../asked.module.css';
import { LeavingNotice } from '../leaving/leaving-notice.tsx';
import { hearWindows } from '../leaving/leaving-words.ts';
import type { StepProps } from '../wizard/step-props.ts';
import { useAppOrganisations } from './use-app-organisations.ts';

interface Props extends StepProps {
  readonly registrationId: number;
}

/** Above an App's organisations: how many were found, and asking again, which it does by itself once it was installed. */
export const AppOrganisations = ({ state: { data, report }, send, registrationId }: Props) => {
  const show = (listed: AppReport) => {
    send({ kind: 'report-found', report: listed });
    send({ kind: 'report-accepted' });
  };
  const refresh = useChange(refreshAppOrganisations, { onDone: show });
  const ask = () => refresh.mutate({ params: { registrationId }, body: { data: [...data] } });
  const onInstalled = useEffectEvent(ask);
  useEffect(() => hearWindows((word) => (word.kind === 'installed' ? onInstalled() : undefined)), []);
  const { state, leave } = useAppOrganisations({ registrationId, data, onListed: show });
  const isTooLate = refresh.error !== null && toFailure(refresh.error).code === 'authorisation-invalid';
  return (
    <>
      <div className={styles['buttons']}>
        <span>{toCount(report?.organisations.length ?? 0, 'organisation')} found</span>
        <Button leadingVisual={SyncIcon} loading={refresh.isPending} onClick={isTooLate ? leave : ask}>
          {isTooLate ? 'Retrieve organisations via OAuth' : 'Refresh'}
        </Button>
      </div>
      <p>
        Is one missing?{' '}
        {report?.installUrl !== undefined && (
          <>
            <ExternalLink href={report.installUrl}>Install the app on it</ExternalLink>.{' '}
          </>
        )}
        If you have joined it since,{' '}
        <Button variant="link" onClick={leave}>
          sign in at GitHub again
        </Button>
        .
      </p>
      {refresh.error !== null && <FailureMessage error={refresh.error} isAnswer />}
      {report?.notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      <LeavingNotice state={state} />
    </>
  );
};
