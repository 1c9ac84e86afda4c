import { IdBadgeIcon } from '@primer/octicons-react';
import type { Unlinked } from '@throughline/contract';
import { useReader } from '../api/use-session.ts';
import { ConnectAccountLink } from '../github-access/own-account/connect-account-link.tsx';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** Why it is not known what waits for the reader, and what they or somebody else can do about it. */
export const UnlinkedState = ({ unlinked }: { readonly unlinked: Unlinked }) => {
  const isAdministrator = useReader()?.role === 'administrator';
  return (
    <EmptyState
      cause="not-computable"
      icon={IdBadgeIcon}
      next={<ConnectAccountLink otherwise={isAdministrator && toNext(unlinked)} />}
    >
      {unlinked.cause === 'no-account'
        ? 'No GitHub account is linked to you, so nobody knows which work is yours.'
        : 'Your user is not tied to a person yet, so nobody knows which work is yours.'}
      {!isAdministrator && ` ${toWhom(unlinked.ask)}`}
    </EmptyState>
  );
};

const toNext = ({ personSlug }: Unlinked) =>
  personSlug === undefined ? (
    <AppLinkButton to="/people">Choose my person</AppLinkButton>
  ) : (
    <AppLinkButton to="/people/$slug/accounts" params={{ slug: personSlug }}>
      Link GitHub Account
    </AppLinkButton>
  );

const toWhom = (ask: readonly string[]): string =>
  ask.length === 0
    ? 'Ask an administrator to link it.'
    : `Ask ${new Intl.ListFormat('en', { type: 'disjunction' }).format(ask)}, who can link it.`;
