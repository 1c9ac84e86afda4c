import { type MyData } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { Moment } from '../ui/moment.tsx';
import { MeAccountCommand } from './me-account-command.tsx';
import styles from './me-data.module.css';

type Account = MyData['accounts'][number];

export const meAccountColumns: readonly Column<Account>[] = [
  {
    key: 'login',
    head: 'Account',
    cell: (account) => (
      <>
        @{account.login} on {account.hostName}
        <p className={styles['more']}>{toWhy(account)}</p>
      </>
    ),
  },
  {
    key: 'linked',
    head: 'Linked',
    width: '8rem',
    isWideOnly: true,
    cell: ({ linkedAt }) => <Moment at={linkedAt} />,
  },
  {
    key: 'command',
    head: 'Is it you?',
    width: '10rem',
    cell: (account) =>
      account.unlinkedAt === undefined ? <MeAccountCommand account={account} /> : 'unlinked',
  },
];

/** Why, who linked it, and its days: "GitHub joins commits by kim@acme.example to this account. Linked by Ines." */
function toWhy({ evidence, linkedBy, fromOn, untilOn }: Account): string {
  return [
    ...evidence,
    ...(linkedBy === undefined ? [] : [`Linked by ${linkedBy}.`]),
    ...(fromOn === undefined ? [] : [`From ${fromOn}.`]),
    ...(untilOn === undefined ? [] : [`Until ${untilOn}.`]),
  ].join(' ');
}
