import { Button } from '@primer/react';
import { type AwaitedLogin, type Person, removeAwaitedLogin } from '@throughline/contract';
import { useChange } from '../api/use-change.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Moment } from '../ui/moment.tsx';
import { useTell } from '../ui/tell-context.ts';
import styles from './account-list.module.css';
import { personAnswers } from './person-answers.data.ts';

/** Logins that a file named and that nobody was seen under yet, each with its removal. */
export const AwaitedLogins = ({ person }: { readonly person: Person }) => {
  const tell = useTell();
  const remove = useChange(removeAwaitedLogin, { refreshes: personAnswers });
  const start = ({ awaitedLoginId, login }: AwaitedLogin) =>
    remove.mutate(
      { params: { slug: person.slug, awaitedLoginId } },
      { onSuccess: () => tell({ text: `@${login} is no longer waited for.` }) },
    );
  // Stays while there is none, so that what was removed is told.
  return (
    <>
      {person.awaitedLogins.length > 0 && (
        <ul className={styles['list']} aria-label="Waiting to be seen">
          {person.awaitedLogins.map((awaited) => (
            <li key={awaited.awaitedLoginId} className={styles['item']}>
              <div className={styles['about']}>
                <div>
                  Waiting to be seen: <strong>@{awaited.login}</strong> on {awaited.hostName}
                </div>
                <div className={styles['evidence']}>
                  <p>
                    From the import of {awaited.fileName}, <Moment at={awaited.importedAt} />. The first
                    account seen under this login is linked.
                  </p>
                </div>
              </div>
              <Button loading={remove.isPending} onClick={() => start(awaited)}>
                Remove @{awaited.login}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {remove.isError && <FailureMessage error={remove.error} isAnswer />}
    </>
  );
};
