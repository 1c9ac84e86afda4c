import { Button } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import {
  type ActingBy,
  type ConnectionDetail,
  disconnectConnection,
  getConnection,
  getConnectionActions,
  getSync,
  listConnectionRepositories,
  listConnections,
  type RouteAnswer,
} from '@throughline/contract';
import { useState } from 'react';
import { useCall } from '../../api/api-context.ts';
import { answerOptions, useAnswer } from '../../api/use-answer.ts';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { toCount } from '../../ui/number-words.ts';
import { Section } from '../../ui/section.tsx';
import { TypedConfirm } from '../../ui/typed-confirm.tsx';
import styles from './connection-parts.module.css';
import { RevocationWords } from './revocation-words.tsx';

/** Says what goes and what stays, asks for the name, and ends the connection. */
export const Disconnect = ({ connection }: { readonly connection: ConnectionDetail }) => {
  const { connectionId, name, organisation } = connection;
  const [isAsked, setIsAsked] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [isUninstalling, setIsUninstalling] = useState(false);
  const repositories = useAnswer(listConnectionRepositories, { params: { connectionId } });
  const read = repositories.data?.repositories.filter(({ group }) => group === 'read').length;
  const acting = useAnswer(getConnectionActions, { params: { connectionId } });
  const apps = listApps(connection, acting.data?.by).map((app) => `the App ${app}`);
  const keepEnding = useKeepEnding(connectionId);
  const change = useChange(disconnectConnection, {
    onAnswer: keepEnding,
    refreshes: [getConnection, listConnections, getSync],
    onDone: () => setIsAsked(false),
  });
  const stops =
    read === undefined
      ? 'Its repositories stop'
      : `${toCount(read, 'repository', 'repositories')} stop updating`;
  return (
    <Section title={`Disconnect ${name}`}>
      <ul className={styles['list']}>
        <li>{stops}.</li>
        <li>No webhook is removed: there is none.</li>
        <li>
          <CredentialEnd connection={connection} />
        </li>
        <ActingEnd by={acting.data?.by} />
        <li>What was read stays, marked as no longer read, unless you tick the box.</li>
      </ul>
      <CheckField
        label={`Delete what was read of ${organisation} too`}
        caption="Pull requests, reviews, comments, commits and files. People and the links to their accounts stay. Nothing brings it back but reading it again."
        isOn={isDeleting}
        onChange={setIsDeleting}
      />
      {apps.length > 0 && (
        <CheckField
          label={`Uninstall ${apps.join(' and ')} from ${organisation} too`}
          caption="At GitHub, where an owner would have to install it again. Without it, the App stays, and nothing is read or done by it."
          isOn={isUninstalling}
          onChange={setIsUninstalling}
        />
      )}
      <div>
        <Button variant="danger" onClick={() => setIsAsked(true)}>
          Disconnect {name}
        </Button>
      </div>
      {isAsked && (
        <TypedConfirm
          title={`Disconnect ${name}?`}
          typed={name}
          confirm={`Disconnect ${name}`}
          keep="Keep it"
          isBusy={change.isPending}
          error={change.error}
          onConfirm={() =>
            change.mutate({
              params: { connectionId },
              body: {
                typed: name,
                data: isDeleting ? 'delete' : 'keep',
                app: isUninstalling ? 'uninstall' : 'keep',
              },
            })
          }
          onClose={() => setIsAsked(false)}
        >
          <p>
            {stops}, 0 webhooks are removed, the credential is wiped.{' '}
            {isUninstalling && `Uninstalled from ${organisation}: ${apps.join(' and ')}. `}
            {isDeleting ? `What was read of ${organisation} is deleted.` : 'What was read stays.'}
          </p>
        </TypedConfirm>
      )}
    </Section>
  );
};

/** It may be gone by the time it is asked for again, which means that it has ended where it is known to be ending. */
const useKeepEnding = (connectionId: number) => {
  const queries = useQueryClient();
  const { queryKey } = answerOptions(useCall(), getConnection, { params: { connectionId } });
  return (ending: RouteAnswer<typeof disconnectConnection>): void => {
    queries.setQueryData(queryKey, (before) => before && { ...before, ...ending });
  };
};

const ActingEnd = ({ by }: { readonly by: ActingBy | undefined }) =>
  by !== undefined && <li>What Throughline may do by {by.name} is taken back.</li>;

/** The Apps that nothing else here needs: the one it reads by, and the one of its own that it acts by. */
const listApps = ({ reading }: ConnectionDetail, by: ActingBy | undefined): readonly string[] => [
  ...(reading?.kind === 'app-installation' && reading.sharedWith.length === 0 ? [reading.login] : []),
  ...(by?.way === 'own-app' && by.installationUrl !== undefined ? [by.name] : []),
];

const CredentialEnd = ({ connection: { reading } }: { readonly connection: ConnectionDetail }) => {
  if (reading === undefined) return 'It has no credential any more.';
  if (reading.sharedWith.length > 0) {
    return `Its credential stays: ${reading.sharedWith.map(({ name }) => name).join(', ')} read with it too.`;
  }
  return <RevocationWords kind={reading.kind} revocation={reading.revocation} />;
};
