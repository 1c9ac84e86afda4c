import { listOfferedRepositories, type ReadData, toDurationRange } from '@throughline/contract';
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { toCount } from '../../ui/number-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { askedDataWords } from './asked-data-words.data.ts';
import { chooseRepositories, type Estimate, estimateReading } from './estimate-reading.ts';
import type { ChosenOrganisation, RepositoryChoice } from './wizard-state.ts';
import { listInWords } from './wizard-words.ts';

interface Props {
  readonly organisation: ChosenOrganisation;
  readonly repositories: RepositoryChoice;
  readonly data: readonly ReadData[];
  /** Among several: each says which it is. */
  readonly isNamed: boolean;
  readonly children: ReactNode;
}

/** What will be read of one organisation, in objects, requests and hours. */
export const StartEstimate = ({ organisation, repositories, data, isNamed, children }: Props) => {
  const { credentialId, login } = organisation;
  const offered = useAnswer(listOfferedRepositories, { params: { credentialId, login } });
  return (
    <>
      {isNamed && <h3>{login}</h3>}
      <Loaded answer={offered} skeleton={<Skeleton label="Counting what will be read" rows={3} />}>
        {(answer) => {
          const estimate = estimateReading(chooseRepositories(answer.repositories, repositories));
          return (
            <Facts
              facts={[
                ['Read', toReadWords(estimate)],
                ['Data', listInWords(data.map((each) => askedDataWords[each].short))],
                ['Order', 'The newest 30 days first, then back to the beginning'],
                [
                  'Requests',
                  `about ${toCount(estimate.points, 'point')} and ${toCount(estimate.restRequests, 'request')} over REST; a tenth of each hour’s quota stays free for people`,
                ],
                [
                  'Time',
                  `${toDurationRange(estimate.fromMinutes, estimate.toMinutes)}, if others leave this credential’s quota alone`,
                ],
                ['Written at GitHub', 'Nothing. Throughline only reads'],
              ]}
            />
          );
        }}
      </Loaded>
      {children}
    </>
  );
};

const toReadWords = ({ pullRequests, repositories, uncounted }: Estimate): string => {
  const where = `in ${toCount(repositories, 'repository', 'repositories')}`;
  if (uncounted === 0) return `${toCount(pullRequests, 'pull request')} ${where}`;
  return `At least ${toCount(pullRequests, 'pull request')} ${where}; ${toCount(uncounted, 'is', 'are')} not counted yet`;
};
