import { AlertIcon, CheckIcon } from '@primer/octicons-react';
import type { CredentialReport } from '@throughline/contract';
import styles from '../marked-list.module.css';

/** What a credential can do, and what each missing permission costs. */
export const CredentialFindings = ({ findings }: { readonly findings: CredentialReport['findings'] }) => (
  <div>
    <h3 className={styles['title']}>What it can do</h3>
    <ul className={styles['list']}>
      {findings.map(({ kind, data, permission, consequence }) => (
        <li key={`${data} ${permission}`}>
          {kind === 'ok' ? (
            <CheckIcon className={styles['good'] ?? ''} aria-label="Yes:" />
          ) : (
            <AlertIcon
              className={styles['attention'] ?? ''}
              aria-label={kind === 'missing' ? 'Missing:' : 'More than needed:'}
            />
          )}
          <span>
            {data}
            {kind === 'missing' && permission !== undefined && (
              <>
                : <code>{permission}</code> is missing.
              </>
            )}
            {kind === 'wider' && permission !== undefined && (
              <>
                : <code>{permission}</code>.
              </>
            )}
            {consequence !== undefined && <span className={styles['quiet']}> {consequence}</span>}
          </span>
        </li>
      ))}
    </ul>
  </div>
);
