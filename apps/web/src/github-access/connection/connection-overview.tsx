import type { ConnectionDetail } from '@throughline/contract';
import { AppLink } from '../../ui/app-link.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { Section } from '../../ui/section.tsx';
import { ActingSummary } from '../acting/acting-summary.tsx';
import { ConnectionState } from '../connection-state.tsx';
import { toChoiceWords } from '../connection-words.ts';
import { toConnectionPath } from './connection-tabs.data.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { PermissionsList } from './permissions-list.tsx';
import { QuotaFacts } from './quota-facts.tsx';
import { RenameForm } from './rename-form.tsx';
import { ReplaceCredential } from './replace-credential.tsx';

/** One connection: what it is, with which credential and rights it is read, what that costs, and its name. */
export const ConnectionOverview = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { reading, host, state } = connection;
  const isDemo = host.kind === 'demo';
  const isEnding = state === 'disconnecting';
  return (
    <>
      <ConnectionFacts connection={connection} />
      {!isDemo && <Rights connection={connection} />}
      {!isDemo && (
        <Section title="What Throughline may do">
          <ActingSummary connection={connection} />
        </Section>
      )}
      {reading !== undefined && reading.buckets.length > 0 && (
        <Section title="Quota this hour">
          <QuotaFacts buckets={reading.buckets} />
        </Section>
      )}
      {!isDemo && !isEnding && (
        <div id="replace">
          <Section title="Replace the credential">
            <ReplaceCredential connection={connection} />
          </Section>
        </div>
      )}
      {!isEnding && (
        <Section title="Name">
          <RenameForm connection={connection} />
        </Section>
      )}
    </>
  );
};

const Rights = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { reading } = connection;
  if (reading === undefined) return undefined;
  return (
    <>
      <Section title="Credential">
        <CredentialFacts connection={connection} reading={reading} />
      </Section>
      {reading.permissions.length > 0 && (
        <Section title="Permissions">
          <PermissionsList permissions={reading.permissions} />
        </Section>
      )}
    </>
  );
};

const ConnectionFacts = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { name, organisation, host, state, createdAt, madeBy } = connection;
  return (
    <Facts
      facts={[
        ['State', <ConnectionState key="state" state={state} />],
        [
          'Organisation',
          host.kind === 'demo' ? (
            `${organisation}, made up`
          ) : (
            <ExternalLink key="organisation" href={`${host.webUrl}/${organisation}`}>
              {organisation} on {host.name}
            </ExternalLink>
          ),
        ],
        ...(host.version === undefined
          ? []
          : [['Host', `GitHub Enterprise Server ${host.version}`] as const]),
        [
          'Repositories',
          <PathLink key="repositories" path={toConnectionPath(name, 'repositories')}>
            {toChoiceWords(connection)}
          </PathLink>,
        ],
        [
          'Connected',
          <span key="created">
            <Moment at={createdAt} />
            {madeBy !== undefined && ` by ${madeBy}`}. It outlives whoever made it.
          </span>,
        ],
        [
          'How far it is read',
          <AppLink key="sync" to="/sync">
            Sync
          </AppLink>,
        ],
      ]}
    />
  );
};
