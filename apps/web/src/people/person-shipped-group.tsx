import { listPersonRows, type PersonPage } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { FigureLink } from '../ui/figure-link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StandingList } from '../ui/standing-list.tsx';
import { PersonRow } from './person-row.tsx';
import styles from './person-shipped-group.module.css';

type Group = PersonPage['groups'][number];

interface Props {
  readonly page: PersonPage;
  readonly group: Group;
  /** The first one stands open. */
  readonly isFirst: boolean;
}

/** So many rows of a group stand on the page; the rest is one click away. */
const shownAtMost = 5;

/** A repository or a label with its count; unfolded, the latest of its rows. */
export const PersonShippedGroup = ({ page, group, isFirst }: Props) => {
  const [isOpen, setIsOpen] = useState(isFirst);
  return (
    <div className={styles['group']}>
      <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className={styles['head']}>
          <bdi dir="auto">{group.name}</bdi>
        </summary>
        {isOpen && <GroupRows page={page} group={group} />}
      </details>
      <span className={styles['count']}>
        <FigureLink figure={group.figure} />
      </span>
    </div>
  );
};

const GroupRows = ({ page, group }: Omit<Props, 'isFirst'>) => {
  const rows = useAnswer(listPersonRows, {
    params: { slug: page.slug },
    query: { figure: page.by, value: group.key, period: page.period.text },
  });
  const more = group.figure.value - shownAtMost;
  return (
    <Loaded
      answer={rows}
      skeleton={<Skeleton label={`Loading ${group.name}`} rows={Math.min(shownAtMost, group.figure.value)} />}
    >
      {(answer) => (
        <div className={styles['rows']}>
          <StandingList
            rows={answer.rows.slice(0, shownAtMost)}
            toKey={({ repository, number }) => `${repository.repositoryId}#${number}`}
            question={`${page.slug} ${page.period.text} ${group.key}`}
            hasMore={more > 0}
            end={more > 0 && <PathLink path={group.figure.rows}>All {toNumber(group.figure.value)}</PathLink>}
          >
            {(row) => <PersonRow row={row} />}
          </StandingList>
        </div>
      )}
    </Loaded>
  );
};
