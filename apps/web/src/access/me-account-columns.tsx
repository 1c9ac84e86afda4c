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

/** "Because its verified e-mail address is yours, by Ines. From 2024-03-01." */
function toWhy({ evidence, linkedBy, fromOn, untilOn }: Account): string {
  const because = evidence.length === 0 ? 'Linked by hand' : `Because ${evidence.join('; ')}`;
  const by = linkedBy === undefined ? '' : `, by ${linkedBy}`;
  const from = fromOn === undefined ? '' : ` From ${fromOn}.`;
  const until = untilOn === undefined ? '' : ` Until ${untilOn}.`;
  return `${because}${by}.${from}${until}`;
}
