import { listOfferedRepositories } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RepositoriesForm } from './repositories-form.tsx';
import type { StepProps } from './step-props.ts';

/** Which repositories: all current and future ones by rule, or some. */
export const RepositoriesStep = ({ state: { report, organisation, repositories }, send }: StepProps) => {
  const offered = useAnswer(listOfferedRepositories, {
    params: { credentialId: report?.credentialId ?? 0, login: organisation?.login ?? '' },
  });
  return (
    <Loaded answer={offered} skeleton={<Skeleton label="Asking GitHub for its repositories" rows={6} />}>
      {(answer) => (
        <RepositoriesForm
          offered={answer.repositories}
          initial={repositories}
          onChosen={(choice) => send({ kind: 'repositories-chosen', repositories: choice })}
        />
      )}
    </Loaded>
  );
};
