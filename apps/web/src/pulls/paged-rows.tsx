import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { PersonPage } from '@throughline/contract';
import type { ReactNode } from 'react';
import type { Column } from '../ui/column.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { NewRows } from '../ui/new-rows.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useStandingRows } from '../ui/use-standing-rows.ts';
import { MoreRows } from './more-rows.tsx';
import { ScopeNotes } from './scope-notes.tsx';

/** What every page of a list says besides its rows. */
interface ListAnswer {
  readonly total: number;
  readonly scope: PersonPage['scope'];
}

interface Props<Answer extends ListAnswer, Row> {
  /** What the rows are: "Pull requests". */
  readonly label: string;
  /** Another question brings other rows at once; the same one moves none under the reader. */
  readonly question: string;
  readonly list: UseInfiniteQueryResult<readonly Answer[]>;
  readonly toRows: (answer: Answer) => readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly toKey: (row: Row) => string;
  /** In place of the rows when nothing matches. */
  readonly empty: ReactNode;
}

/** A list that arrives page after page, in each of its states, ending with what is missing from it. */
export const PagedRows = <Answer extends ListAnswer, Row>(props: Props<Answer, Row>): ReactNode => {
  const { label, question, list, toRows, columns, toKey, empty } = props;
  const rows = list.data?.flatMap(toRows) ?? [];
  const standing = useStandingRows({ rows, toKey, question, hasMore: list.hasNextPage });
  const [first] = list.data ?? [];
  if (first === undefined) {
    if (list.isError) return <FailureMessage error={list.error} onRetry={list.refetch} />;
    return <Skeleton label={`Loading ${label.toLowerCase()}`} rows={10} />;
  }
  return (
    <>
      <NewRows count={standing.added} onShow={standing.show} />
      {standing.rows.length === 0 ? (
        empty
      ) : (
        <RowList
          label={label}
          columns={columns}
          rows={standing.rows}
          toKey={toKey}
          toMark={standing.toMark}
        />
      )}
      {list.isError && <FailureMessage error={list.error} onRetry={list.refetch} />}
      <MoreRows
        shown={rows.length}
        total={first.total}
        isBusy={list.isFetchingNextPage}
        onMore={list.hasNextPage ? list.fetchNextPage : undefined}
      >
        <ScopeNotes scope={first.scope} />
      </MoreRows>
    </>
  );
};
