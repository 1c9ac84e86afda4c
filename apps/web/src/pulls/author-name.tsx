import type { AccountRef } from '@throughline/contract';
import { PersonChip } from '../ui/person-chip.tsx';
import { toAccountName } from './account-name.ts';

/** Who wrote it: the person where one is linked, else the account; bots, AI agents and those who are gone are named as such. */
export const AuthorName = ({ author }: { readonly author: AccountRef }) => {
  const { person } = author;
  return (
    <PersonChip
      kind={toKind(author)}
      name={toAccountName(author)}
      {...(person === undefined ? {} : { path: `/people/${person.slug}` })}
    />
  );
};

const toKind = ({ kind, class: known, person }: AccountRef) => {
  if (kind === 'Ghost') return 'ghost';
  if (known === 'ai-agent') return 'ai-agent';
  if (kind === 'Bot' || known === 'bot') return 'bot';
  return person === undefined ? 'account' : 'person';
};
