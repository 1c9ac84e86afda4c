import type { Account } from '@throughline/contract';
import { ExternalLink } from '../ui/external-link.tsx';

/** An account: its login, opening at GitHub, its name and host. */
export const AccountTitle = ({ account: { login, name, hostName, url } }: { readonly account: Account }) => (
  <>
    <strong>{url === undefined ? `@${login}` : <ExternalLink href={url}>@{login}</ExternalLink>}</strong>{' '}
    {name !== undefined && <bdi dir="auto">{name}</bdi>} on {hostName}
  </>
);
