import { Label } from '@primer/react';
import type { Column } from '../ui/column.ts';
import { toCount } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import type { ArrangedTeam } from './arrange-teams.ts';
import styles from './team-list.module.css';

interface Props {
  readonly label: string;
  readonly teams: readonly ArrangedTeam[];
}

/** Teams by name, each beneath the one it is part of. */
export const TeamList = ({ label, teams }: Props) => (
  <RowList label={label} columns={columns} rows={teams} toKey={({ team }) => team.slug} rowHeight={41} />
);

const columns: readonly Column<ArrangedTeam>[] = [
  {
    key: 'name',
    head: 'Team',
    cell: ({ team, depth }) => (
      <span className={styles['name']} style={{ paddingInlineStart: `${Math.min(depth, 6) * 24}px` }}>
        <PathLink path={`/teams/${team.slug}`}>
          <bdi dir="auto">{team.name}</bdi>
        </PathLink>{' '}
        {team.isDemo && <Label variant="secondary">demo</Label>}
      </span>
    ),
  },
  {
    key: 'leads',
    head: 'Leads',
    width: '18rem',
    isWideOnly: true,
    cell: ({ team }) => team.leads.map(({ name }) => name).join(', ') || 'nobody',
  },
  {
    key: 'people',
    head: 'People',
    width: '8rem',
    cell: ({ team }) => (team.contributors === 0 ? 'nobody' : toCount(team.contributors, 'person', 'people')),
  },
];
