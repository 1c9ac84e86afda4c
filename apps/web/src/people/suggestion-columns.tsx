import { Button, Label } from '@primer/react';
import type { Suggestion } from '@throughline/contract';
import type { Column } from '../ui/column.ts';
import { AccountTitle } from './account-title.tsx';
import styles from './people.module.css';
import { PersonName } from './person-name.tsx';

interface Commands {
  readonly onAccept: (key: string) => void;
  readonly onReject: (suggestion: Suggestion) => void;
}

/** A suggestion as a row: who, which accounts, why, and the two answers. */
export const toSuggestionColumns = ({ onAccept, onReject }: Commands): readonly Column<Suggestion>[] => [
  {
    key: 'who',
    head: 'Accounts and whose they may be',
    cell: (row) => (
      <div className={styles['lines']}>
        <div>
          {row.accounts.map((account) => (
            <div key={account.accountId}>
              <AccountTitle account={account} />
            </div>
          ))}
        </div>
        <div>
          <Whose suggestion={row} />{' '}
          <Label variant={row.isCertain ? 'success' : 'secondary'}>
            {row.isCertain ? 'certain' : 'to look at'}
          </Label>
        </div>
        {/* The column of reasons has no room on a narrow list: the strongest stands here. */}
        <div className={styles['narrowReason']}>{row.evidence[0]?.text}</div>
      </div>
    ),
  },
  {
    key: 'why',
    head: 'What speaks for it',
    isWideOnly: true,
    cell: ({ evidence }) => (
      <div className={styles['note']}>
        {evidence.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    ),
  },
  {
    key: 'commands',
    head: 'Answer',
    width: '12rem',
    narrowWidth: '6.5rem',
    cell: (row) => (
      <div className={styles['commands']}>
        <Button size="small" aria-label={`Link ${toLogins(row)}`} onClick={() => onAccept(row.key)}>
          Link
        </Button>
        <Button size="small" aria-label={`Reject ${toLogins(row)}`} onClick={() => onReject(row)}>
          Reject
        </Button>
      </div>
    ),
  },
];

const toLogins = ({ accounts, name }: Suggestion): string =>
  `${accounts.map(({ login }) => `@${login}`).join(', ')} for ${name}`;

const Whose = ({ suggestion: { person, name } }: { readonly suggestion: Suggestion }) =>
  person === undefined ? (
    <>
      a new person, <bdi dir="auto">{name}</bdi>
    </>
  ) : (
    <PersonName person={{ ...person, isDemo: false }} />
  );
