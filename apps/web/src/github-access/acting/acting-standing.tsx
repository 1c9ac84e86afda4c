import type { ActingBy, ConnectionActions, ConnectionDetail } from '@throughline/contract';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { ChangeAsked } from './change-asked.tsx';
import { EndActing } from './end-acting.tsx';

interface Props {
  readonly connection: ConnectionDetail;
  readonly known: ConnectionActions;
  readonly by: ActingBy;
}

/** By which App it was asked for, and how that is changed or taken back. */
export const ActingStanding = ({ connection, known, by }: Props) => (
  <>
    <Section title="The app">
      <AppFacts known={known} by={by} organisation={connection.organisation} />
    </Section>
    <ChangeAsked key={by.registrationId} connection={connection} known={known} by={by} />
    <EndActing connection={connection} by={by} />
  </>
);

const AppFacts = ({
  known,
  by,
  organisation,
}: Pick<Props, 'known' | 'by'> & Pick<ConnectionDetail, 'organisation'>) => {
  const { way, name, ownerLogin, installationUrl, suspendedAt, lookedAt } = by;
  return (
    <Facts
      facts={[
        ['May be used to', toUse(known)],
        ['App', `${name}${ownerLogin === undefined ? '' : `, of ${ownerLogin}`}`],
        [
          'Reads too',
          way === 'own-app'
            ? 'no. It acts, and nothing is read by it.'
            : 'yes, with tokens that can only read.',
        ],
        [
          'Installed',
          installationUrl === undefined ? (
            `not on ${organisation}, as far as is known`
          ) : (
            <ExternalLink key="installed" href={installationUrl}>
              on {organisation}
            </ExternalLink>
          ),
        ],
        ...(suspendedAt === undefined
          ? []
          : [['Suspended', <Moment key="suspended" at={suspendedAt} />] as const]),
        ['Asked for', <Asked key="asked" known={known} />],
        ['Last looked at', lookedAt === undefined ? 'not yet' : <Moment key="looked" at={lookedAt} />],
      ]}
    />
  );
};

/** The roles that its credential has now. */
const toUse = ({ actions }: ConnectionActions): string => {
  const possible = actions.filter(({ state }) => state === 'possible').map(({ action }) => action);
  const roles = [
    possible.some((action) => action !== 'webhooks') ? 'act' : '',
    possible.includes('webhooks') ? 'make webhooks' : '',
  ].filter((role) => role !== '');
  return roles.length === 0 ? 'nothing until it is granted' : roles.join(' and ');
};

const Asked = ({ known: { actions } }: Pick<Props, 'known'>) => {
  const [latest] = actions
    .filter(({ askedAt }) => askedAt !== undefined)
    .toSorted((one, other) => (other.askedAt ?? '').localeCompare(one.askedAt ?? ''));
  if (latest?.askedAt === undefined) return '—';
  return (
    <>
      <Moment at={latest.askedAt} />
      {latest.askedBy !== undefined && ` by ${latest.askedBy}`}
    </>
  );
};
