import type { PersonPage } from '@throughline/contract';
import { RowTitle } from '../pulls/row-title.tsx';
import { FigureLink } from '../ui/figure-link.tsx';
import { Section } from '../ui/section.tsx';
import { StandingList } from '../ui/standing-list.tsx';
import styles from './person-waiting.module.css';

/** What waits for this person now, and what of theirs waits for others, each with its reason. */
export const PersonWaiting = ({ page: { slug, isMe, waiting } }: { readonly page: PersonPage }) => (
  <>
    <WaitingPart title={isMe ? 'Waiting for me' : 'Waiting for them'} slug={slug} part={waiting.forThem} />
    <WaitingPart title="Waiting for others" slug={slug} part={waiting.forOthers} />
  </>
);

interface Props {
  readonly title: string;
  readonly slug: string;
  readonly part: PersonPage['waiting']['forThem'];
}

const WaitingPart = ({ title, slug, part: { figure, rows } }: Props) => (
  <Section title={title} aside={figure.value > 0 && <FigureLink figure={figure} />}>
    <StandingList
      rows={rows}
      toKey={({ repository, number }) => `${repository.repositoryId}#${number}`}
      question={slug}
      hasMore={rows.length < figure.value}
      empty={<p className={styles['none']}>Nothing waits.</p>}
    >
      {(row) => (
        <RowTitle title={row.title} path={row.path}>
          {row.repository.fullName} #{row.number} · {row.note}
        </RowTitle>
      )}
    </StandingList>
  </Section>
);
