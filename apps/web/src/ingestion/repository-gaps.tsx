import { type DataGap, type DataKind, dataNames } from '@throughline/contract';
import { ExternalLink } from '../ui/external-link.tsx';
import { locale } from '../ui/locale.ts';
import { toCount, toNumber } from '../ui/number-words.ts';
import { joinGaps } from './join-gaps.ts';
import styles from './repository-detail.module.css';

/** What is missing, why, and what to do; with some of the pull requests concerned. */
export const RepositoryGaps = ({ gaps }: { readonly gaps: readonly DataGap[] }) => (
  <ul className={styles['gaps']}>
    {joinGaps(gaps).map(({ kinds, cause, text, repair, pullRequests, examples }) => (
      <li key={`${kinds.join(' ')} ${cause}`}>
        <strong>
          {toNames(kinds)} of {toCount(pullRequests, 'pull request')}
        </strong>
        <span>{text}</span>
        <span className={styles['muted']}>{repair}</span>
        <span className={styles['examples']}>
          {examples.map(({ number, url }) =>
            url === undefined ? (
              <span key={number}>#{number}</span>
            ) : (
              <ExternalLink key={number} href={url}>
                #{number}
              </ExternalLink>
            ),
          )}
          {pullRequests > examples.length && (
            <span className={styles['muted']}>{toNumber(pullRequests - examples.length)} more</span>
          )}
        </span>
      </li>
    ))}
  </ul>
);

/** "Reviews, comments and files". */
const toNames = (kinds: readonly DataKind[]): string => {
  const [first = '', ...rest] = kinds.map((kind) => dataNames[kind]);
  return new Intl.ListFormat(locale).format([first, ...rest.map((name) => name.toLowerCase())]);
};
