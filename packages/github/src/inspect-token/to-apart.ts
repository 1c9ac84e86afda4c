import type { OwnRepositories } from './list-own-repositories.ts';
import type { OrganisationSeen, RepositoriesApart } from './token-report.ts';

interface Owner {
  readonly login: string;
  readonly organisations: readonly Pick<OrganisationSeen, 'login'>[];
}

/** Which repositories in reach are of none of the owner's organisations. */
export function toApart(
  { repositories, isWhole }: OwnRepositories,
  { login, organisations }: Owner,
): RepositoriesApart {
  const members = new Set(organisations.map((one) => one.login.toLowerCase()));
  const toName = ({ owner, name }: { readonly owner: string; readonly name: string }) => `${owner}/${name}`;
  const isOwn = ({ owner }: { readonly owner: string }) => owner.toLowerCase() === login.toLowerCase();
  return {
    personal: repositories.filter(isOwn).map(toName),
    outside: repositories.filter((one) => !isOwn(one) && !members.has(one.owner.toLowerCase())).map(toName),
    isWhole,
  };
}
