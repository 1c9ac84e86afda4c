import { useRouter } from '@tanstack/react-router';
import type { PullParams } from '@throughline/contract';
import { lazy, type ReactNode, Suspense } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { NewRows } from '../ui/new-rows.tsx';
import { Peeked } from '../ui/peek-panel.tsx';
import { RowList } from '../ui/row-list.tsx';
import { useSelection } from '../ui/selection.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePeek } from '../ui/use-peek.ts';
import { useStandingRows } from '../ui/use-standing-rows.ts';
import { toChosenColumns } from './columns.data.ts';
import { CopyLinks } from './copy-links.tsx';
import { toHeadings } from './group-headings.ts';
import { ListEnd } from './list-end.tsx';
import { parsePeek, toPeek } from './pull-parts.ts';
import { toPullColumns } from './pull-request-columns.tsx';
import { toPullRequestKey } from './row-keys.ts';
import type { PullRows } from './use-pull-rows.ts';

// What one looks into comes with the first look.
const PeekedPull = lazy(async () => ({ default: (await import('./peeked-pull.tsx')).PeekedPull }));

interface Props {
  readonly list: PullRows;
  readonly params: PullParams;
  /** What is asked, so that another question brings another list at once. */
  readonly question: string;
  /** How many match in all, once counted. */
  readonly total: number | undefined;
  /** In place of the rows when nothing matches. */
  readonly empty: ReactNode;
}

/** The rows of the list, as far as one scrolls, with one of them looked into beside it. */
export const PullList = ({ list, params, question, total, empty }: Props) => {
  const standing = useStandingRows({
    rows: list.rows,
    toKey: toPullRequestKey,
    question,
    hasMore: list.hasMore,
  });
  const { peeked, open, close } = usePeek();
  const router = useRouter();
  const selection = useSelection(question);
  const parts = parsePeek(peeked);
  if (list.first === undefined) {
    return list.error === null ? (
      <Skeleton label="Loading pull requests" rows={12} />
    ) : (
      <FailureMessage error={list.error} onRetry={list.retry} />
    );
  }
  const rows = standing.rows;
  return (
    <Peeked
      panel={
        parts && (
          <Suspense>
            <PeekedPull parts={parts} onClose={close} />
          </Suspense>
        )
      }
    >
      <NewRows count={standing.added} onShow={standing.show} />
      {rows.length === 0 ? (
        empty
      ) : (
        <RowList
          label="Pull requests"
          columns={toPullColumns(
            toChosenColumns(params['cols']?.[0]),
            toHeadings(rows, params['group']?.[0]),
          )}
          rows={rows}
          toKey={toPullRequestKey}
          rowHeight={60}
          {...(total === undefined ? {} : { total: Math.max(total, rows.length) })}
          onPeek={(row) => open(toPeek(row), () => router.history.push(row.path))}
          isPeeking={parts !== undefined}
          toMark={standing.toMark}
          selecting={{
            selection,
            toName: ({ title }) => title,
            commands: <CopyLinks rows={rows.filter((row) => selection.keys.has(toPullRequestKey(row)))} />,
          }}
        />
      )}
      {list.error !== null && <FailureMessage error={list.error} onRetry={list.retry} />}
      <ListEnd shown={rows.length} total={total} list={list} />
    </Peeked>
  );
};
