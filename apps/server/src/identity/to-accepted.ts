import type { MadePerson, NewLink } from '../people/index.ts';
import type { SuggestedPerson } from './suggest-people.ts';

/** What accepting these suggestions links, and whom it makes. */
export const toAccepted = (
  suggested: readonly SuggestedPerson[],
  createdBy: number,
): { readonly links: readonly NewLink[]; readonly made: readonly MadePerson[] } => ({
  links: suggested.flatMap(({ personId, accountIds, evidence }): NewLink[] =>
    personId === undefined ? [] : accountIds.map((accountId) => ({ personId, accountId, evidence })),
  ),
  made: suggested.filter(({ personId }) => personId === undefined).map((one) => toMade(one, createdBy)),
});

const toMade = ({ name, accountIds, evidence, emails }: SuggestedPerson, createdBy: number): MadePerson => ({
  person: { name, email: emails[0], createdBy },
  furtherEmails: emails.slice(1),
  links: accountIds.map((accountId) => ({ accountId, evidence })),
});
