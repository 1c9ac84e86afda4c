import type { AttentionRow, TeamWeek } from '@throughline/contract';
import { AttentionCell } from '../attention/attention-cell.tsx';
import { toAttentionKey } from '../attention/row-identity.ts';
import type { Column } from '../ui/column.ts';
import { NewRows } from '../ui/new-rows.tsx';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import { useStandingRows } from '../ui/use-standing-rows.ts';

/** What went beyond the team's own agreements in the week: what there is to talk about. */
export const WeekExceptions = ({
  week: {
    team,
    exceptions,
    week: { from },
  },
}: {
  readonly week: TeamWeek;
}) => {
  const { hasAgreements, total, path } = exceptions;
  const standing = useStandingRows({
    rows: exceptions.rows,
    toKey: toAttentionKey,
    question: `${team.slug} ${from}`,
    hasMore: exceptions.rows.length < total,
  });
  return (
    <Section
      title="Exceptions to talk about"
      aside={total > 0 && <PathLink path={path}>All {toNumber(total)}</PathLink>}
    >
      {!hasAgreements && (
        <p>
          The team has agreed on nothing yet, so nothing can be beyond it.{' '}
          <PathLink path={`/teams/${team.slug}/agreements`}>See agreements</PathLink>
        </p>
      )}
      {hasAgreements && total === 0 && <p>Nothing went beyond the team’s agreements.</p>}
      {standing.added > 0 && <NewRows count={standing.added} onShow={standing.show} />}
      {standing.rows.length > 0 && (
        <RowList
          label="Exceptions to talk about"
          columns={columns}
          rows={standing.rows}
          toKey={toAttentionKey}
          toMark={standing.toMark}
          rowHeight={88}
        />
      )}
    </Section>
  );
};

const columns: readonly Column<AttentionRow>[] = [
  { key: 'what', head: 'What', cell: (row) => <AttentionCell row={row} /> },
];
