import type { AttentionRow, TeamWeek } from '@throughline/contract';
import { AttentionCell } from '../attention/attention-cell.tsx';
import { toAttentionKey } from '../attention/row-identity.ts';
import type { Column } from '../ui/column.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';

/** What went beyond the team's own agreements in the week: what there is to talk about. */
export const WeekExceptions = ({ week: { team, exceptions } }: { readonly week: TeamWeek }) => {
  const { hasAgreements, total, rows, path } = exceptions;
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
      {rows.length > 0 && (
        <RowList
          label="Exceptions to talk about"
          columns={columns}
          rows={rows}
          toKey={toAttentionKey}
          rowHeight={88}
        />
      )}
    </Section>
  );
};

const columns: readonly Column<AttentionRow>[] = [
  { key: 'what', head: 'What', cell: (row) => <AttentionCell row={row} /> },
];
