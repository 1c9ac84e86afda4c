import type { PullRequestRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { AuthorName } from './author-name.tsx';
import styles from './pull-request-columns.module.css';
import { PullRequestMark, stateWords } from './pull-request-mark.tsx';
import { PullRequestSize } from './pull-request-size.tsx';
import { RowTitle } from './row-title.tsx';

/** A pull request as a row: state, title with where and who, size, when. On a narrow screen the state is a word before where. */
export const pullRequestColumns: readonly Column<PullRequestRow>[] = [
  {
    key: 'state',
    head: 'State',
    width: '6.5rem',
    isWideOnly: true,
    cell: ({ state }) => <PullRequestMark state={state} />,
  },
  {
    key: 'title',
    head: 'Pull request',
    cell: (row) => (
      <RowTitle title={row.title} url={row.url}>
        <span className={styles['state']}>{stateWords[row.state]} · </span>
        {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
        {row.labels.map(({ name }) => (
          <span key={name}> · {name}</span>
        ))}
      </RowTitle>
    ),
  },
  { key: 'size', head: 'Size', width: '14rem', isWideOnly: true, cell: PullRequestSize },
  {
    key: 'when',
    head: 'When',
    width: '7rem',
    isNumber: true,
    cell: ({ mergedAt, closedAt, createdAt }) => <Moment at={mergedAt ?? closedAt ?? createdAt} />,
  },
];
