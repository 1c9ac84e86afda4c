import { UnlinkIcon } from '@primer/octicons-react';
import type { ConnectionDetail } from '@throughline/contract';
import { AppLinkButton } from '../../ui/app-link-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { RevocationWords } from './revocation-words.tsx';

/** What is left to say of a connection that ended while one looked. */
export const EndedPage = ({
  connection: { name, organisation, ending, reading },
}: {
  readonly connection: ConnectionDetail;
}) => (
  <Page title={name} sentence={`${organisation} is disconnected.`}>
    <EmptyState
      cause="nothing-yet"
      icon={UnlinkIcon}
      next={<AppLinkButton to="/settings/github">See all connections</AppLinkButton>}
    >
      {ending?.removesData === true
        ? 'What was read of it is deleted. People and their links stay.'
        : 'What was read of it stays and is marked as no longer read. Connecting the organisation again goes on from there.'}{' '}
      {reading !== undefined && <RevocationWords kind={reading.kind} revocation={reading.revocation} />}
    </EmptyState>
  </Page>
);
