import { CommentIcon } from '@primer/octicons-react';
import { listCorrections, type RouteAnswer } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { toCount } from '../ui/number-words.ts';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { personCorrectionColumns } from './person-correction-columns.tsx';

type Answer = RouteAnswer<typeof listCorrections>;

/** What people asked to be put right about themselves, for administrators to answer. */
export const PersonCorrectionsPage = () => {
  const corrections = useAnswer(listCorrections);
  return (
    <Page title="Corrections" sentence={corrections.data && toSentence(corrections.data)}>
      <PeopleTabs here="corrections" count={corrections.data?.open} />
      <Loaded answer={corrections} skeleton={<Skeleton label="Loading corrections" rows={6} />}>
        {(answer) =>
          answer.corrections.length === 0 ? (
            <EmptyState cause="nothing-yet" icon={CommentIcon}>
              Nobody has asked for anything yet. People ask on their own settings, under Corrections.
            </EmptyState>
          ) : (
            <RowList
              label="Corrections"
              columns={personCorrectionColumns}
              rows={answer.corrections}
              toKey={({ correctionId }) => correctionId}
            />
          )
        }
      </Loaded>
    </Page>
  );
};

const toSentence = ({ open }: Answer): string =>
  open === 0 ? 'Nothing waits for an answer.' : `${toCount(open, 'request')} to answer.`;
