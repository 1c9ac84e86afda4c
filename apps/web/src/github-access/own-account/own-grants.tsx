import { listOwnGrants } from '@throughline/contract';
import { useAnswer } from '../../api/use-answer.ts';
import { Loaded } from '../../ui/loaded.tsx';

/** To which organisations the connection reaches, by what GitHub says now. */
export const OwnGrants = ({ ownAccountId }: { readonly ownAccountId: number }) => {
  const answer = useAnswer(listOwnGrants, { params: { ownAccountId } });
  return (
    <Loaded answer={answer} skeleton="Asking GitHub">
      {({ organisations }) => toWords(organisations)}
    </Loaded>
  );
};

type Organisations = NonNullable<ReturnType<typeof useAnswer<typeof listOwnGrants>>['data']>['organisations'];

const toWords = (organisations: Organisations): string => {
  if (organisations === undefined) return 'No organisation’s data: no such scope was asked for';
  if (organisations.length === 0) return 'No organisation: the app is installed on none that you can see';
  const names = organisations.map(
    ({ login, reach, isSuspended }) =>
      `${login} (${reach === 'all' ? 'all repositories' : 'chosen repositories'}${isSuspended ? ', suspended' : ''})`,
  );
  return new Intl.ListFormat('en').format(names);
};
