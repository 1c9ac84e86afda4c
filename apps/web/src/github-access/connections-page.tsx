import { PlugIcon } from '@primer/octicons-react';
import { listConnections } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { AppLinkButton } from '../ui/app-link-button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { CredentialEnds } from './connection/credential-ends.tsx';
import { connectionColumns } from './connection-columns.tsx';
import { toConnectionsSentence } from './connection-words.ts';
import { StartDemoButton } from './start-demo-button.tsx';

/** Every connection with its state. */
export const ConnectionsPage = () => {
  const answer = useAnswer(listConnections);
  return (
    <Page
      title="GitHub Integration"
      trail={<SettingsTrail />}
      sentence={answer.data && toConnectionsSentence(answer.data.connections)}
      action={
        <AppLinkButton to="/settings/github/new" variant="primary">
          Connect GitHub
        </AppLinkButton>
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton label="Loading connections" rows={3} />}>
        {({ connections }) =>
          connections.length === 0 ? (
            <EmptyState cause="nothing-yet" icon={PlugIcon} next={<StartDemoButton />}>
              A connection reads one organisation: by a GitHub App, an OAuth app, or a token of one of its
              members. With the demo organisation you can look around first: everything in it is made up, and
              it is gone again with one click.
            </EmptyState>
          ) : (
            <>
              <CredentialEnds connections={connections} />
              <RowList
                label="Connections"
                columns={connectionColumns}
                rows={connections}
                toKey={({ connectionId }) => connectionId}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};
