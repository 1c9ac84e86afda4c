import { getHome, type Home } from '@throughline/contract';
import { lazy, Suspense } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useNews } from '../api/use-news.ts';
import { useReader } from '../api/use-session.ts';
import { attentionIntervalMs } from '../attention/use-attention.ts';
import { type Snoozing, useSnooze } from '../attention/use-snooze.ts';
import { ScopeNotes } from '../pulls/scope-notes.tsx';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { MineSection } from './mine-section.tsx';
import { NextSteps } from './next-steps.tsx';
import { TeamSection } from './team-section.tsx';

const live = [getHome];

/** Comes after the page: most days it has nothing to say. */
const EndingCredentials = lazy(async () => {
  const { EndingCredentials: Ends } = await import('../github-access/connection/ending-credentials.tsx');
  return { default: Ends };
});

/** Where one begins: what waits for the reader, and what in their teams is beyond what those agreed on. */
export const HomePage = () => {
  const reader = useReader();
  const home = useAnswer(getHome, {}, { refetchInterval: attentionIntervalMs });
  const snoozing = useSnooze();
  useNews(live);
  const isNew = reader !== undefined && home.data?.unlinked !== undefined;
  return (
    <Page title="Home" sentence={home.data?.sentence}>
      {reader?.role === 'administrator' && (
        <Suspense>
          <EndingCredentials />
        </Suspense>
      )}
      {isNew && <NextSteps reader={reader} />}
      <Loaded
        answer={home}
        skeleton={<Skeleton label="Loading what waits for you" rows={4} rowHeight={88} />}
      >
        {(data) => <Sections home={data} snoozing={snoozing} />}
      </Loaded>
      {reader !== undefined && !isNew && <NextSteps reader={reader} />}
    </Page>
  );
};

interface Props {
  readonly home: Home;
  readonly snoozing: Snoozing;
}

const Sections = ({ home, snoozing }: Props) => (
  <>
    {snoozing.error !== null && <FailureMessage error={snoozing.error} isAnswer />}
    <MineSection home={home} snoozing={snoozing} />
    {home.teams.map((team) => (
      <TeamSection key={team.slug} team={team} snoozing={snoozing} />
    ))}
    <ScopeNotes scope={home.scope} />
  </>
);
