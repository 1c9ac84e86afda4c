import type { Home } from '@throughline/contract';
import { AttentionSection } from '../attention/attention-section.tsx';
import { toAttentionPath } from '../attention/to-attention-path.ts';
import type { Snoozing } from '../attention/use-snooze.ts';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import styles from './team-section.module.css';

interface Props {
  readonly team: Home['teams'][number];
  readonly snoozing: Snoozing;
}

/** What in one of the reader's teams is beyond what the team agreed on. */
export const TeamSection = ({ team, snoozing }: Props) => {
  const { slug, name, hasAgreements, mayChange, rows, total } = team;
  const all = toAttentionPath({ team: slug, limits: 'agreed' });
  const more = total - rows.length;
  const title = `${name}, beyond its own agreements`;
  const agreements = (
    <PathLink path={`/teams/${slug}/agreements`}>{toAgreementWords(mayChange, hasAgreements)}</PathLink>
  );
  if (total === 0) {
    return (
      <Section title={title} aside={<span className={styles['way']}>{agreements}</span>}>
        <p>
          {hasAgreements
            ? `Nothing is beyond what ${name} agreed on.`
            : `${name} has agreed on nothing yet, so nothing can be beyond it.`}
        </p>
      </Section>
    );
  }
  return (
    <>
      <AttentionSection
        title={title}
        aside={
          <>
            <PathLink path={all}>{toNumber(total)}</PathLink>
            {agreements}
          </>
        }
        rows={rows}
        question={slug}
        hasMore={more > 0}
        snoozing={snoozing}
      />
      {more > 0 && (
        <span className={styles['way']}>
          <PathLink path={all}>{toNumber(more)} more</PathLink>
        </span>
      )}
    </>
  );
};

const toAgreementWords = (mayChange: boolean, hasAgreements: boolean): string => {
  if (!mayChange) return 'See agreements';
  return hasAgreements ? 'Change agreements' : 'Set agreements';
};
