import { listAttention } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { AttentionRows } from '../attention/attention-rows.tsx';
import { toAttentionPath } from '../attention/to-attention-path.ts';
import { attentionIntervalMs } from '../attention/use-attention.ts';
import { Loaded } from '../ui/loaded.tsx';
import { toNumber } from '../ui/number-words.ts';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const live = [listAttention];
const shownAtMost = 5;

/** What waits in one repository: the first of it, and the way to all. */
export const RepositoryAttention = ({ fullName }: { readonly fullName: string }) => {
  const answer = useAnswer(
    listAttention,
    { query: { repo: fullName } },
    { refetchInterval: attentionIntervalMs },
  );
  useNews(live);
  const total = answer.data?.total ?? 0;
  return (
    <Section
      title="Attention now"
      aside={
        total > shownAtMost && (
          <PathLink path={toAttentionPath({ repo: fullName })}>All {toNumber(total)}</PathLink>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton label="Loading what waits here" rows={2} />}>
        {({ rows, sentence }) =>
          rows.length === 0 ? (
            <p>{sentence}</p>
          ) : (
            <AttentionRows
              label="Attention now"
              rows={rows.slice(0, shownAtMost)}
              question={fullName}
              hasMore={rows.length > shownAtMost}
            />
          )
        }
      </Loaded>
    </Section>
  );
};
