import { GitMergeIcon } from '@primer/octicons-react';
import { listPullRequests } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { pullRequestColumns } from '../pulls/pull-request-columns.tsx';
import { toPullRequestKey } from '../pulls/row-keys.ts';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { NextSteps } from './next-steps.tsx';

const merged = { state: 'merged', period: 'last-7-days' } as const;
const shownAtMost = 10;

/** Where one begins: what is still to be set up, and what landed lately. */
export const HomePage = () => {
  const reader = useReader();
  const landed = useAnswer(listPullRequests, { query: merged });
  return (
    <Page
      title="Home"
      sentence={landed.data && toSentence(landed.data.total, landed.data.scope.gaps.length > 0)}
    >
      {reader !== undefined && <NextSteps reader={reader} />}
      <Section
        title="Landed in the last 7 days"
        aside={<PathLink path="/pulls?state=merged&period=last-7-days">All of them</PathLink>}
      >
        <Loaded answer={landed} skeleton={<Skeleton label="Loading what landed" rows={shownAtMost} />}>
          {({ pullRequests, scope }) => (
            <>
              {pullRequests.length === 0 ? (
                <NothingLanded />
              ) : (
                <RowList
                  label="Landed in the last 7 days"
                  columns={pullRequestColumns}
                  rows={pullRequests.slice(0, shownAtMost)}
                  toKey={toPullRequestKey}
                />
              )}
              <ScopeNotes scope={scope} />
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
};

const toSentence = (total: number, isAtLeast: boolean): string => {
  if (total === 0)
    return isAtLeast ? 'Nothing landed yet that has been read.' : 'Nothing landed in the last 7 days.';
  return `${isAtLeast ? 'At least ' : ''}${toCount(total, 'pull request')} landed in the last 7 days.`;
};

const NothingLanded = () => (
  <EmptyState
    cause="nothing-matches"
    icon={GitMergeIcon}
    next={<PathLink path="/pulls?state=merged&period=last-30-days">Show 30 days</PathLink>}
  >
    Nothing was merged in these 7 days in the repositories you can see.
  </EmptyState>
);
