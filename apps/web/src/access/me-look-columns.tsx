import type { Look } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';

export const meLookColumns: readonly Column<Look>[] = [
  { key: 'at', head: 'When', width: '8rem', narrowWidth: '5rem', cell: ({ at }) => <Moment at={at} /> },
  {
    key: 'who',
    head: 'Who',
    cell: ({ name, role, isRefused }) => (isRefused ? 'Somebody who may not open it' : `${name}, ${role}`),
  },
  {
    key: 'what',
    head: 'What',
    cell: ({ what, isByKey, isRefused }) => {
      if (isRefused) return 'Refused: they saw a page that says nothing is here';
      return `${what.join(', ')}${isByKey ? ', by an API key' : ''}`;
    },
  },
];
