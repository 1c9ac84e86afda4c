interface Props {
  readonly accounts: readonly { readonly login: string; readonly hostName: string }[];
}

/** The accounts linked to a person, each with its host where that is not github.com. */
export const PersonAccounts = ({ accounts }: Props) =>
  accounts.length === 0
    ? 'not linked'
    : accounts
        .map(({ login, hostName }) => (hostName === 'github.com' ? `@${login}` : `@${login} on ${hostName}`))
        .join(', ');
