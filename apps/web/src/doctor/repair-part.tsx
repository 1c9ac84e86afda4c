import { Button } from '@primer/react';
import {
  type CheckRepair,
  type RepairAct,
  repairRepository,
  resumeSync,
  syncNow,
} from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './doctor-checks.module.css';

interface Props {
  readonly repair: CheckRepair;
  readonly onDone: () => void;
}

/** What to do: a sentence, and where there is one the button or the link that does it. */
export const RepairPart = ({ repair: { text, act, link }, onDone }: Props) => (
  <div className={styles['repair']}>
    <p>{text}</p>
    {(act !== undefined || link !== undefined) && (
      <div className={styles['ways']}>
        {act !== undefined && <ActButton act={act} onDone={onDone} />}
        {link !== undefined && <RepairLink {...link} />}
      </div>
    )}
  </div>
);

const RepairLink = ({ address, text }: NonNullable<CheckRepair['link']>) =>
  address.startsWith('/') ? (
    <PathLink path={address}>{text}</PathLink>
  ) : (
    <ExternalLink href={address}>{text}</ExternalLink>
  );

const actWords: Readonly<Record<RepairAct['kind'], { readonly button: string; readonly done: string }>> = {
  'sync-now': { button: 'Look for changes now', done: 'Looking for changes.' },
  'resume-sync': { button: 'Resume reading', done: 'Reading goes on.' },
  'repair-repository': { button: 'Repair the repository', done: 'What is missing is asked for again.' },
};

const ActButton = ({ act, onDone }: { readonly act: RepairAct; readonly onDone: () => void }) => {
  const tell = useTell();
  const { button, done } = actWords[act.kind];
  const after = {
    onDone: () => {
      tell({ text: done });
      onDone();
    },
  };
  const look = useChange(syncNow, after);
  const resume = useChange(resumeSync, after);
  const repair = useChange(repairRepository, after);
  const run = () => {
    const { connectionId } = act;
    if (act.kind === 'sync-now') look.mutate({ params: { connectionId } });
    else if (act.kind === 'resume-sync') resume.mutate({ params: { connectionId } });
    else repair.mutate({ params: { connectionId, repositoryId: act.repositoryId } });
  };
  const acts = [look, resume, repair];
  const failed = acts.find(({ isError }) => isError);
  return (
    <>
      <Button size="small" loading={acts.some(({ isPending }) => isPending)} onClick={run}>
        {button}
      </Button>
      {failed !== undefined && <FailureMessage error={failed.error} isAnswer />}
    </>
  );
};
