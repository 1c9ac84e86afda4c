import { PersonIcon } from '@primer/octicons-react';
import { useReader } from '../api/use-session.ts';
import { ConnectAccountLink } from '../github-access/own-account/connect-account-link.tsx';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** My page, for a user who is no person here yet. */
export const NoOwnPerson = () => {
  const isAdministrator = useReader()?.role === 'administrator';
  return (
    <Page title="My page">
      <EmptyState
        cause="not-computable"
        icon={PersonIcon}
        next={
          <ConnectAccountLink
            otherwise={
              isAdministrator && (
                <AppLinkButton to="/people" variant="primary">
                  Choose my person
                </AppLinkButton>
              )
            }
          />
        }
      >
        {isAdministrator
          ? 'You are not tied to a person yet. Open yourself among the people, or add yourself, and tie your user there.'
          : 'You are not tied to a person yet, so there is no work to show. Ask an administrator to tie your user to your person.'}
      </EmptyState>
    </Page>
  );
};
