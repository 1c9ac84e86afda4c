import { Button } from '@primer/react';
import { useNavigate } from '@tanstack/react-router';
import { type ConnectionSummary, createConnection, getSync, listConnections } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { useTell } from '../../ui/tell-context.ts';
import { StartEstimate } from './start-estimate.tsx';
import { type ChosenOrganisation, type WizardState } from './wizard-state.ts';
import { listInWords } from './wizard-words.ts';

interface Props {
  readonly state: WizardState;
  readonly onStarted: () => void;
}

type Outcome = { readonly connection: ConnectionSummary } | { readonly failure: unknown };

/** What will be read of each organisation, and the button that begins: one connection each. */
export const StartStep = ({ state: { organisations = [], repositories, data }, onStarted }: Props) => {
  const navigate = useNavigate();
  const tell = useTell();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const change = useChange(createConnection, { refreshes: [listConnections, getSync] });
  if (repositories === undefined) return undefined;

  const connect = ({ credentialId, login, name }: ChosenOrganisation): Promise<Outcome> =>
    change
      .mutateAsync({
        body: {
          credentialId,
          organisation: login,
          name,
          repositoryChoice: repositories.kind,
          repositories: repositories.kind === 'some' ? repositories.picked : [],
          includesArchived: repositories.includesArchived,
          includesForks: repositories.includesForks,
          data,
        },
      })
      .then(
        (connection) => ({ connection }),
        (failure: unknown) => ({ failure }),
      );

  /** One after the other; what is connected already stays so when another one fails. */
  const start = async () => {
    setIsBusy(true);
    const reached = new Map(outcomes);
    for (const organisation of organisations) {
      const before = reached.get(organisation.login);
      if (before !== undefined && 'connection' in before) continue;
      reached.set(organisation.login, await connect(organisation));
      setOutcomes(new Map(reached));
    }
    setIsBusy(false);
    const made = [...reached.values()].flatMap((outcome) =>
      'connection' in outcome ? outcome.connection : [],
    );
    if (made.length < organisations.length) return;
    onStarted();
    tell({ text: toDoneWords(made.map(({ name }) => name)) });
    await navigate({ to: '/sync' });
  };

  return (
    <>
      {organisations.map((organisation) => {
        const outcome = outcomes.get(organisation.login);
        return (
          <StartEstimate
            key={organisation.login}
            organisation={organisation}
            repositories={repositories}
            data={data}
            isNamed={organisations.length > 1}
          >
            {outcome !== undefined && 'failure' in outcome && (
              <FailureMessage error={outcome.failure} isAnswer />
            )}
            {outcome !== undefined && 'connection' in outcome && (
              <output>{organisation.login} is connected.</output>
            )}
          </StartEstimate>
        );
      })}
      <div>
        <Button variant="primary" loading={isBusy} onClick={() => void start()}>
          {outcomes.size === 0 || isBusy ? 'Start' : 'Try the rest again'}
        </Button>
      </div>
    </>
  );
};

const toDoneWords = (names: readonly string[]): string =>
  names.length === 1
    ? `${names[0]} is connected. Its newest pull requests are read first.`
    : `${listInWords(names)} are connected. Their newest pull requests are read first.`;
