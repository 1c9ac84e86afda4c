import { Button } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';
import {
  createConnection,
  getSync,
  listConnections,
  listOfferedRepositories,
  toDurationRange,
} from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { useChange } from '../../api/use-change.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { toCount } from '../../ui/number-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTell } from '../../ui/tell-context.ts';
import { chooseRepositories, type Estimate, estimateReading } from './estimate-reading.ts';
import type { WizardState } from './wizard-state.ts';

interface Props {
  readonly state: WizardState;
  readonly onStarted: () => void;
}

/** What will be read, in objects and requests, and the button that begins. */
export const StartStep = ({ state: { report, organisation, repositories }, onStarted }: Props) => {
  const navigate = useNavigate();
  const tell = useTell();
  const credentialId = report?.credentialId ?? 0;
  const login = organisation?.login ?? '';
  const offered = useAnswer(listOfferedRepositories, { params: { credentialId, login } });
  const change = useChange(createConnection, {
    refreshes: [listConnections, getSync],
    onDone: async ({ name }) => {
      onStarted();
      tell({ text: `${name} is connected. Its newest pull requests are read first.` });
      await navigate({ to: '/sync' });
    },
  });
  if (organisation === undefined || repositories === undefined) return undefined;

  const start = () =>
    change.mutate({
      body: {
        credentialId,
        organisation: login,
        name: organisation.name,
        repositoryChoice: repositories.kind,
        repositories: repositories.kind === 'some' ? repositories.picked : [],
        includesArchived: repositories.includesArchived,
        includesForks: repositories.includesForks,
      },
    });

  return (
    <Loaded answer={offered} skeleton={<Skeleton label="Counting what will be read" rows={3} />}>
      {(answer) => {
        const estimate = estimateReading(chooseRepositories(answer.repositories, repositories));
        return (
          <>
            <Facts
              facts={[
                ['Read', toReadWords(estimate)],
                ['Order', 'The newest 30 days first, then back to the beginning'],
                [
                  'Requests',
                  `about ${toCount(estimate.points, 'point')} and ${toCount(estimate.restRequests, 'request')} over REST; a tenth of each hour’s quota stays free for people`,
                ],
                [
                  'Time',
                  `${toDurationRange(estimate.fromMinutes, estimate.toMinutes)}, if others leave this token’s quota alone`,
                ],
                ['Written at GitHub', 'Nothing. Throughline only reads'],
              ]}
            />
            {change.isError && <FailureMessage error={change.error} isAnswer />}
            <div>
              <Button variant="primary" loading={change.isPending} onClick={start}>
                Start
              </Button>
            </div>
          </>
        );
      }}
    </Loaded>
  );
};

const toReadWords = ({ pullRequests, repositories, uncounted }: Estimate): string => {
  const where = `in ${toCount(repositories, 'repository', 'repositories')}`;
  if (uncounted === 0) return `${toCount(pullRequests, 'pull request')} ${where}`;
  return `At least ${toCount(pullRequests, 'pull request')} ${where}; ${toCount(uncounted, 'is', 'are')} not counted yet`;
};
