import type { AttentionList } from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import styles from './attention-ways.module.css';
import { toAttentionPath } from './to-attention-path.ts';

interface Props {
  readonly list: AttentionList;
  readonly filters: Readonly<Partial<Record<'team' | 'repo' | 'kind' | 'show' | 'limits', string>>>;
}

/** Ways to what is not among these rows: what waits for others, what was put off, what is left out and why. */
export const AttentionWays = ({ list: { of, others, snoozed, leftOut }, filters }: Props) => {
  const { team, repo, show, limits } = filters;
  const toPath = (next: string | undefined) => toAttentionPath({ team, repo, limits, show: next });
  const ways = [
    { show: undefined, says: of.kind === 'me' ? 'What waits for you' : 'What waits' },
    ...(others === undefined ? [] : [{ show: 'others', says: `You wait for others: ${toNumber(others)}` }]),
    ...(snoozed === 0 && show !== 'snoozed'
      ? []
      : [{ show: 'snoozed', says: `${toNumber(snoozed)} snoozed` }]),
    ...(leftOut === 0 && show !== 'left-out'
      ? []
      : [{ show: 'left-out', says: `${toNumber(leftOut)} left out, and why` }]),
  ].filter((way) => way.show !== show);
  return (
    <ul className={styles['ways']} aria-label="Beside these rows">
      {ways.map((way) => (
        <li key={way.says}>
          <PathLink path={toPath(way.show)}>{way.says}</PathLink>
        </li>
      ))}
      {of.kind === 'team' && (
        <li>
          <PathLink path={`/teams/${of.slug}/agreements`}>
            {of.hasAgreements ? 'Agreements' : `${of.name} has agreed on nothing yet: set agreements`}
          </PathLink>
        </li>
      )}
      {of.kind === 'team' && (
        <li>
          <PathLink path={`/teams/${of.slug}/exceptions`}>Exceptions this week</PathLink>
        </li>
      )}
    </ul>
  );
};
