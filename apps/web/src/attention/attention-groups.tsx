import type { AttentionGroup, AttentionRow } from '@throughline/contract';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { AttentionSection } from './attention-section.tsx';
import type { Snoozing } from './use-snooze.ts';

interface Props {
  readonly groups: readonly { readonly group: AttentionGroup; readonly count: number }[];
  readonly rows: readonly AttentionRow[];
  readonly titles: Readonly<Record<AttentionGroup, string>>;
  /** What was asked, so that another question brings other rows at once. */
  readonly question: string;
  /** The address of a group alone. */
  readonly toPath: (group: AttentionGroup) => string;
  readonly snoozing?: Snoozing;
}

/** Rows by what they wait for; each group with its count, which opens exactly its rows. */
export const AttentionGroups = ({ groups, rows, titles, question, toPath, snoozing }: Props) =>
  groups.map(({ group, count }) => {
    const its = rows.filter((row) => row.group === group);
    if (its.length === 0) return undefined;
    return (
      <AttentionSection
        key={group}
        title={titles[group]}
        aside={<PathLink path={toPath(group)}>{toNumber(count)}</PathLink>}
        rows={its}
        question={question}
        hasMore={its.length < count}
        {...(snoozing && { snoozing })}
      />
    );
  });
