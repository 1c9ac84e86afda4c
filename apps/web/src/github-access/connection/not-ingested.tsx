import { Button } from '@primer/react';
import {
  type ConnectionDetail,
  getConnection,
  type RouteAnswer,
  recheckCredential,
} from '@throughline/contract';
import { useChange } from '../../api/use-change.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { toCount } from '../../ui/number-words.ts';
import { Section } from '../../ui/section.tsx';
import { ApartRepositories } from '../apart-repositories.tsx';
import styles from './connection-parts.module.css';

/** What the credential reaches that is never read, and private repositories that it does not see: asked of GitHub now. */
export const NotIngested = ({ connection }: Props) => {
  const { connectionId } = connection;
  const change = useChange(recheckCredential, { refreshes: [getConnection] });
  return (
    <Section title="Not ingested">
      <p className={styles['muted']}>
        Repositories of organisations are read, and only where the credential’s owner is a member: no personal
        ones, and none to which they were invited from outside.
      </p>
      <div>
        <Button loading={change.isPending} onClick={() => change.mutate({ params: { connectionId } })}>
          Ask GitHub what is left out
        </Button>
      </div>
      {change.isError && <FailureMessage error={change.error} isAnswer />}
      {change.data !== undefined && <LeftOut connection={connection} told={change.data} />}
    </Section>
  );
};

interface Props {
  readonly connection: ConnectionDetail;
}

const LeftOut = ({ connection, told }: Props & { readonly told: RouteAnswer<typeof recheckCredential> }) => {
  const { organisation, host, reading } = connection;
  const { apart, hidden = 0 } = told;
  return (
    <output className={styles['part']}>
      <Apart apart={apart} />
      <span className={styles['text']}>
        {toHiddenWords(told.hidden, organisation, reading?.login ?? 'its owner')}
      </span>
      {hidden > 0 && host.kind !== 'demo' && (
        <span>
          <ExternalLink href={`${host.webUrl}/orgs/${organisation}/people`}>
            Open the members of {organisation} on GitHub
          </ExternalLink>
        </span>
      )}
    </output>
  );
};

const Apart = ({ apart }: Pick<RouteAnswer<typeof recheckCredential>, 'apart'>) => {
  if (apart === undefined) return <span>GitHub does not tell that of this credential.</span>;
  if (apart.personal.length + apart.outside.length === 0) return <span>It reaches no others.</span>;
  return <ApartRepositories apart={apart} />;
};

const toHiddenWords = (hidden: number | undefined, organisation: string, login: string): string => {
  if (hidden === undefined) {
    return `How many private repositories of ${organisation} it does not see, GitHub tells only who may administer them.`;
  }
  if (hidden === 0) return `It sees every private repository of ${organisation}.`;
  return `${toCount(hidden, 'private repository', 'private repositories')} of ${organisation} it does not see. Add ${login} to them on GitHub, or to a team that may read them; they are found within three hours, or at once by Sync now.`;
};
