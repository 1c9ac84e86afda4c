import { type AccountMatch, linkAccount, type Person } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { useTell } from '../ui/tell-context.ts';
import { personAnswers } from './person-answers.data.ts';

type Wanted = Pick<AccountMatch, 'account' | 'evidence'> & {
  readonly fromOn?: string | undefined;
  readonly untilOn?: string | undefined;
};

/** Links an account to a person, with the evidence it was chosen by. */
export const useLink = (person: Pick<Person, 'slug' | 'name'>) => {
  const tell = useTell();
  const change = useChange(linkAccount, { refreshes: personAnswers });
  const start = ({ account, evidence, fromOn, untilOn }: Wanted) =>
    change.mutate(
      {
        params: { slug: person.slug },
        body: { hostId: account.hostId, githubId: account.githubId, evidence, fromOn, untilOn },
      },
      { onSuccess: () => tell({ text: `@${account.login} is linked to ${person.name}.` }) },
    );
  return { start, error: change.error, isPending: change.isPending };
};
