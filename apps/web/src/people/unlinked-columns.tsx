import type { UnlinkedAccount } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { AccountTitle } from './account-title.tsx';
import { ClassChoice } from './class-choice.tsx';

/** An account of nobody as a row: who GitHub says it is, how much it did, and what it may be instead of somebody. */
export const unlinkedColumns: readonly Column<UnlinkedAccount>[] = [
  { key: 'account', head: 'Account', cell: ({ account }) => <AccountTitle account={account} /> },
  {
    key: 'pulls',
    head: 'Opened in 90 days',
    width: '12rem',
    narrowWidth: '6rem',
    isNumber: true,
    cell: ({ pullRequests: { value, rows } }) => <PathLink path={rows}>{toNumber(value)}</PathLink>,
  },
  {
    key: 'class',
    head: 'What it is',
    width: '15rem',
    isWideOnly: true,
    cell: ({ account }) => <ClassChoice account={account} class="person" isSaid={false} />,
  },
];
