import type { RepositorySyncDetail } from '@throughline/contract';
import { ExternalLink } from '../ui/external-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { toCount } from '../ui/number-words.ts';
import { Section } from '../ui/section.tsx';
import { WaitingBecause } from '../ui/waiting-because.tsx';
import { RepositoryCommands } from './repository-commands.tsx';
import styles from './repository-detail.module.css';
import { RepositoryEntries } from './repository-entries.tsx';
import { RepositoryGaps } from './repository-gaps.tsx';
import { SetAside } from './set-aside.tsx';
import { LogLines } from './sync-log.tsx';

interface Props {
  readonly connectionId: number;
  readonly detail: RepositorySyncDetail;
}

/** What is here of a repository, what is missing and why, and what to do about it. */
export const RepositoryDetail = ({ connectionId, detail }: Props) => {
  const { url, wait, failure, gaps, quarantined, quarantinedRecords, log, repositoryId, fullName } = detail;
  return (
    <div className={styles['detail']}>
      <p className={styles['sentence']}>{toSentence(detail)}</p>
      {failure !== undefined && (
        <p>
          {failure.text} <code className={styles['code']}>{failure.code}</code>
        </p>
      )}
      {wait !== undefined && <WaitingBecause>{wait.text}</WaitingBecause>}
      <RepositoryCommands connectionId={connectionId} repositoryId={repositoryId} fullName={fullName} />
      {url !== undefined && (
        <p className={styles['outside']}>
          <ExternalLink href={url}>Open on GitHub</ExternalLink>
        </p>
      )}
      <Section title="What is here">
        <RepositoryEntries detail={detail} />
      </Section>
      {gaps.length > 0 && (
        <Section title="What is missing">
          <RepositoryGaps gaps={gaps} />
        </Section>
      )}
      {quarantined > 0 && (
        <Section title={`Set aside: ${toCount(quarantined, 'record')}`}>
          <SetAside records={quarantinedRecords} all={quarantined} />
        </Section>
      )}
      <Section title="When">
        <Facts facts={toMoments(detail)} />
      </Section>
      {log.length > 0 && (
        <Section title="Log">
          <LogLines entries={log} />
        </Section>
      )}
    </div>
  );
};

const toSentence = ({ state, held, total, gaps, data }: RepositorySyncDetail): string => {
  if (total === undefined) return 'Its pull requests are being counted.';
  if (total === 0) return 'It has no pull request on GitHub.';
  if (held < total || state !== 'complete')
    return `${toCount(held, 'pull request')} of ${total.toLocaleString('en')} are here.`;
  const whole =
    total === 1 ? 'Its one pull request is here' : `All ${toCount(total, 'pull request')} are here`;
  if (gaps.length > 0) return `${whole}; some of what belongs to them is missing.`;
  const isCounted = data.every(({ percent }) => percent !== undefined);
  return isCounted
    ? `${whole}, with everything that is read of them.`
    : `${whole}; the rest is being counted.`;
};

const toMoments = (detail: RepositorySyncDetail) =>
  (
    [
      ['Last read', detail.readAt],
      ['First page', detail.startedAt],
      ['Newest 30 days complete', detail.recentCompletedAt],
      ['Read to its end', detail.completedAt],
      ['Counted', detail.countedAt],
    ] as const
  ).map(([name, at]) => [name, at === undefined ? 'not yet' : <Moment key={name} at={at} />] as const);
