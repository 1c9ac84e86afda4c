import type { ConnectionSummary } from '@throughline/contract';
import type { ReactNode } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { ExternalLink } from '../ui/external-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ConnectionAttention } from './connection-attention.tsx';
import { ConnectionState } from './connection-state.tsx';
import { toChoiceWords, tokenKindWords } from './connection-words.ts';
import { RenameForm } from './rename-form.tsx';
import { ReplaceToken } from './replace-token.tsx';

interface Props {
  readonly connection: ConnectionSummary;
  readonly trail: ReactNode;
}

/** One connection: verdict, token, name, repositories. */
export const ConnectionDetail = ({ connection, trail }: Props) => {
  const { name, organisation, host, state, attention, credential, createdAt } = connection;
  const isDemo = host.kind === 'demo';
  return (
    <Page title={name} trail={trail} sentence={toVerdict(connection)}>
      {attention !== undefined && <ConnectionAttention attention={attention} />}
      <Facts
        facts={[
          ['State', <ConnectionState key="state" state={state} />],
          [
            'Organisation',
            isDemo ? (
              `${organisation}, made up`
            ) : (
              <ExternalLink key="organisation" href={`${host.webUrl}/${organisation}`}>
                {organisation} on {host.name}
              </ExternalLink>
            ),
          ],
          ['Repositories', toChoiceWords(connection)],
          ['Connected', <Moment key="created" at={createdAt} />],
          [
            'How far it is read',
            <AppLink key="sync" to="/sync">
              Sync
            </AppLink>,
          ],
        ]}
      />
      {!isDemo && (
        <Section title="Token">
          {credential !== undefined && (
            <Facts
              facts={[
                ['Kind', tokenKindWords[credential.tokenKind]],
                ['Account', credential.login],
                [
                  'Ends',
                  credential.endsAt === undefined ? 'never' : <Moment key="ends" at={credential.endsAt} />,
                ],
                ['Last checked', <Moment key="checked" at={credential.checkedAt} />],
              ]}
            />
          )}
          <ReplaceToken connection={connection} />
        </Section>
      )}
      <Section title="Name">
        <RenameForm connection={connection} />
      </Section>
    </Page>
  );
};

const toVerdict = ({ state, organisation, host }: ConnectionSummary): string => {
  if (state === 'needs-attention') return `Reading ${organisation} needs you.`;
  if (state === 'paused') return `Reading ${organisation} is paused. What was read stays.`;
  return host.kind === 'demo'
    ? `${organisation} is read. It is made up.`
    : `${organisation} is read with this token.`;
};
