import type { Account, Evidence } from '@throughline/contract';
import type { ReactNode } from 'react';
import styles from './account-list.module.css';
import { AccountTitle } from './account-title.tsx';

interface Item {
  readonly key: string;
  readonly account: Account;
  readonly evidence: readonly Evidence[];
  /** Beneath the evidence: since when, by whom. */
  readonly note?: ReactNode;
  readonly command?: ReactNode;
}

/** Accounts with what speaks for them, each with its command. */
export const AccountList = ({ items }: { readonly items: readonly Item[] }) => (
  <ul className={styles['list']}>
    {items.map(({ key, account, evidence, note, command }) => (
      <li key={key} className={styles['item']}>
        <div className={styles['about']}>
          <div>
            <AccountTitle account={account} />
          </div>
          <div className={styles['evidence']}>
            {evidence.map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
            {note !== undefined && <p>{note}</p>}
          </div>
        </div>
        {command}
      </li>
    ))}
  </ul>
);
