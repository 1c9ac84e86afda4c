import type { AccountRef } from '@throughline/contract';
import { PathLink } from '../ui/path-link.tsx';

/** Who wrote it: the person where one is linked, else the account; bots and those who are gone are named as such. */
export const AuthorName = ({ author: { login, kind, person } }: { readonly author: AccountRef }) => {
  if (person !== undefined) return <PathLink path={`/people/${person.slug}`}>{person.name}</PathLink>;
  if (kind === 'Ghost') return 'ghost, an account that is gone';
  return kind === 'Bot' ? `${login}, a bot` : login;
};
