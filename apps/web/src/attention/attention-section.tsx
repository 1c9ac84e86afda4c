import type { AttentionRow } from '@throughline/contract';
import type { ReactNode } from 'react';
import { NewRows } from '../ui/new-rows.tsx';
import { Section } from '../ui/section.tsx';
import { useStandingRows } from '../ui/use-standing-rows.ts';
import styles from './attention-section.module.css';
import { AttentionTable } from './attention-table.tsx';
import { toAttentionKey } from './row-identity.ts';
import type { Snoozing } from './use-snooze.ts';

interface Props {
  /** What the rows are: "Waiting for you". */
  readonly title: string;
  /** Beside the title: how many there are, opening exactly these. */
  readonly aside: ReactNode;
  readonly rows: readonly AttentionRow[];
  /** Another question brings other rows at once; the same one moves none under the reader. */
  readonly question: string;
  /** True where the list goes on behind `rows`. */
  readonly hasMore: boolean;
  /** Absent for what is over, which nobody puts off. */
  readonly snoozing?: Snoozing;
}

/**
 * A section with rows of what waits. They stay while they are refreshed, and what came waits beside the title for "Show",
 * where it moves nothing; what the reader puts off goes at once.
 */
export const AttentionSection = ({ title, aside, rows, question, hasMore, snoozing }: Props) => {
  const standing = useStandingRows({
    rows,
    toKey: toAttentionKey,
    question: `${question} ${snoozing?.acts ?? 0}`,
    hasMore,
  });
  return (
    <Section
      title={title}
      aside={
        <span className={styles['aside']}>
          <NewRows count={standing.added} onShow={standing.show} />
          {aside}
        </span>
      }
    >
      <AttentionTable label={title} standing={standing} snoozing={snoozing} />
    </Section>
  );
};
