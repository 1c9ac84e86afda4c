import type { AttentionRow } from '@throughline/contract';
import { NewRows } from '../ui/new-rows.tsx';
import { useStandingRows } from '../ui/use-standing-rows.ts';
import { AttentionTable } from './attention-table.tsx';
import { toAttentionKey } from './row-identity.ts';

interface Props {
  /** What the rows are: "Attention now". */
  readonly label: string;
  readonly rows: readonly AttentionRow[];
  /** Another question brings other rows at once; the same one moves none under the reader. */
  readonly question: string;
  /** True where the list goes on behind `rows`. */
  readonly hasMore?: boolean;
}

/** Rows of what waits, for a part of another page, where nothing is put off. They stay while they are refreshed. */
export const AttentionRows = ({ label, rows, question, hasMore = false }: Props) => {
  const standing = useStandingRows({ rows, toKey: toAttentionKey, question, hasMore });
  return (
    <>
      <AttentionTable label={label} standing={standing} snoozing={undefined} />
      <NewRows count={standing.added} onShow={standing.show} />
    </>
  );
};
