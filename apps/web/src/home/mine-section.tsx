import { CheckIcon } from '@primer/octicons-react';
import type { Home } from '@throughline/contract';
import { AttentionSection } from '../attention/attention-section.tsx';
import { UnlinkedState } from '../attention/unlinked-state.tsx';
import type { Snoozing } from '../attention/use-snooze.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Moment } from '../ui/moment.tsx';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import styles from './mine-section.module.css';

interface Props {
  readonly home: Home;
  readonly snoozing: Snoozing;
}

/** What waits for the reader; where nothing does, what of theirs was merged last. */
export const MineSection = ({ home, snoozing }: Props) => {
  const { mine } = home;
  return (
    <>
      {mine.total > 0 ? (
        <AttentionSection
          title="Waiting for you"
          aside={<PathLink path="/attention">All {toNumber(mine.total)}</PathLink>}
          rows={mine.rows}
          question="mine"
          hasMore={mine.rows.length < mine.total}
          snoozing={snoozing}
        />
      ) : (
        <Section title="Waiting for you">
          <NothingWaits home={home} />
        </Section>
      )}
      <Ways home={home} />
    </>
  );
};

const Ways = ({ home: { others, mine } }: Pick<Props, 'home'>) => (
  <ul className={styles['ways']} aria-label="Besides">
    {others > 0 && (
      <li>
        <PathLink path="/attention?show=others">You wait for others: {toNumber(others)}</PathLink>
      </li>
    )}
    {mine.snoozed > 0 && (
      <li>
        <PathLink path="/attention?show=snoozed">{toNumber(mine.snoozed)} snoozed</PathLink>
      </li>
    )}
  </ul>
);

const NothingWaits = ({ home: { unlinked, lastMerged } }: Pick<Props, 'home'>) => (
  <>
    {unlinked === undefined ? <Nothing /> : <UnlinkedState unlinked={unlinked} />}
    {lastMerged.length > 0 && (
      <ul className={styles['merged']} aria-label="Merged last">
        {lastMerged.map(({ repository, number, title, path, mergedAt }) => (
          <li key={path}>
            <PathLink path={path}>
              <bdi dir="auto">{title}</bdi>
            </PathLink>{' '}
            <span className={styles['more']}>
              {repository.fullName} #{number}, merged <Moment at={mergedAt} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </>
);

const Nothing = () => (
  <EmptyState
    cause="nothing-yet"
    icon={CheckIcon}
    next={<PathLink path="/pulls?state=open">Show all that is open</PathLink>}
  >
    Nothing waits for you.
  </EmptyState>
);
