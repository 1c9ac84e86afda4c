import type { PullRequestRow } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Duration } from '../ui/duration.tsx';
import { Moment } from '../ui/moment.tsx';
import { AuthorName } from './author-name.tsx';
import type { ColumnKey } from './columns.data.ts';
import styles from './pull-request-columns.module.css';
import { PullRequestMark } from './pull-request-mark.tsx';
import { PullRequestSize } from './pull-request-size.tsx';
import { toPullRequestKey } from './row-keys.ts';
import { RowTitle } from './row-title.tsx';
import { stateWords } from './state-words.data.ts';

type Columns = Readonly<Record<ColumnKey, Column<PullRequestRow>>>;

const reviews: Readonly<Record<NonNullable<PullRequestRow['reviewDecision']>, string>> = {
  approved: 'approved',
  'changes-requested': 'changes asked for',
  'review-required': 'review required',
};

const optional: Columns = {
  state: {
    key: 'state',
    head: 'State',
    width: '6.5rem',
    isWideOnly: true,
    cell: ({ state }) => <PullRequestMark state={state} />,
  },
  size: { key: 'size', head: 'Size', width: '11rem', isWideOnly: true, cell: PullRequestSize },
  cycle: {
    key: 'cycle',
    head: 'Cycle time',
    width: '6rem',
    isWideOnly: true,
    isNumber: true,
    cell: ({ cycleS }) => cycleS !== undefined && <Duration minutes={cycleS / 60} />,
  },
  labels: {
    key: 'labels',
    head: 'Labels',
    width: '10rem',
    isWideOnly: true,
    cell: ({ labels }) => <bdi>{labels.map(({ name }) => name).join(', ')}</bdi>,
  },
  base: {
    key: 'base',
    head: 'Into',
    width: '8rem',
    isWideOnly: true,
    cell: ({ baseRef }) => <bdi>{baseRef}</bdi>,
  },
  review: {
    key: 'review',
    head: 'Review',
    width: '8rem',
    isWideOnly: true,
    cell: ({ reviewDecision }) => reviewDecision !== undefined && reviews[reviewDecision],
  },
  updated: {
    key: 'updated',
    head: 'Updated',
    width: '7rem',
    isWideOnly: true,
    isNumber: true,
    cell: ({ updatedAt }) => <Moment at={updatedAt} />,
  },
  when: {
    key: 'when',
    head: 'When',
    width: '7rem',
    isNumber: true,
    cell: ({ mergedAt, closedAt, createdAt }) => <Moment at={mergedAt ?? closedAt ?? createdAt} />,
  },
};

/** The columns of the list: the title with where and who, and those that are chosen. `headings` stand above rows by key. */
export const toPullColumns = (
  chosen: readonly ColumnKey[],
  headings: ReadonlyMap<string, string>,
): readonly Column<PullRequestRow>[] => {
  const title: Column<PullRequestRow> = {
    key: 'title',
    head: 'Pull request',
    cell: (row) => <Title row={row} heading={headings.get(toPullRequestKey(row))} />,
  };
  const [first, ...rest] = chosen;
  return first === 'state'
    ? [optional.state, title, ...rest.map((key) => optional[key])]
    : [title, ...chosen.map((key) => optional[key])];
};

const Title = ({ row, heading }: { readonly row: PullRequestRow; readonly heading: string | undefined }) => (
  <>
    {heading !== undefined && <strong className={styles['heading']}>{heading}</strong>}
    <RowTitle title={row.title} path={row.path}>
      <span className={styles['state']}>{stateWords[row.state]} · </span>
      {row.repository.fullName} #{row.number} by <AuthorName author={row.author} />
    </RowTitle>
  </>
);
