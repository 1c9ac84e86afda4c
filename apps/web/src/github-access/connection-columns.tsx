import type { ConnectionSummary } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { ConnectionState } from './connection-state.tsx';

export const connectionColumns: readonly Column<ConnectionSummary>[] = [
  {
    key: 'name',
    head: 'Connection',
    cell: ({ name }) => <PathLink path={`/settings/github/${encodeURIComponent(name)}`}>{name}</PathLink>,
  },
  {
    key: 'organisation',
    head: 'Organisation',
    isWideOnly: true,
    cell: ({ organisation, host }) =>
      host.kind === 'demo' ? `${organisation}, demo` : `${organisation} on ${host.name}`,
  },
  {
    key: 'credential',
    head: 'Credential of',
    isWideOnly: true,
    cell: ({ credential }) => credential?.login ?? 'none',
  },
  {
    key: 'ends',
    head: 'Credential ends',
    width: '9rem',
    cell: ({ credential }) => {
      if (credential === undefined) return '';
      return credential.endsAt === undefined ? 'never' : <Moment at={credential.endsAt} />;
    },
  },
  { key: 'state', head: 'State', width: '8rem', cell: ({ state }) => <ConnectionState state={state} /> },
];
