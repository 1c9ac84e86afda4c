import { listGithubSignInSettings, listGithubSignIns, setGithubSignIn } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTell } from '../../ui/tell-context.ts';

/** A switch for each GitHub with an app of ours. */
export const GithubSignInSettings = () => {
  const answer = useAnswer(listGithubSignInSettings);
  const tell = useTell();
  // What was just pressed is shown until it is stored, or refused; the query says it only in its next turn.
  const [pressed, setPressed] = useState<ReadonlyMap<number, boolean>>(new Map());
  const forget = (hostId: number, wasOn: boolean) =>
    setPressed((before) => new Map([...before].filter(([id, isOn]) => id !== hostId || isOn !== wasOn)));
  const change = useChange(setGithubSignIn, {
    refreshes: [listGithubSignInSettings, listGithubSignIns],
    onDone: () => tell({ text: 'Sign in with GitHub is saved.' }),
  });
  const press = (hostId: number, isAllowed: boolean) => {
    setPressed((before) => new Map(before).set(hostId, isAllowed));
    // Refused, it is said beneath, and the switch is back where it was.
    void change
      .mutateAsync({ params: { hostId }, body: { isAllowed } })
      .catch(() => undefined)
      .finally(() => forget(hostId, isAllowed));
  };
  return (
    <Loaded answer={answer} skeleton={<Skeleton label="Loading GitHub hosts" rows={2} />}>
      {({ hosts }) =>
        hosts.length === 0 ? (
          <p>
            People sign in with GitHub by an app that you registered there, and there is none yet.{' '}
            <PathLink path="/settings/github/new">Connect by a GitHub App or an OAuth app</PathLink> first.
          </p>
        ) : (
          <>
            {hosts.map(({ hostId, hostName, appName, isAllowed }) => (
              <CheckField
                key={hostId}
                label={`Accounts on ${hostName}`}
                caption={`By ${appName}. Only who connected their account under You, or accepts an invitation with it, gets in; an e-mail address is never looked at.`}
                isOn={pressed.get(hostId) ?? isAllowed}
                onChange={(isOn) => press(hostId, isOn)}
              />
            ))}
            {change.error !== null && <FailureMessage error={change.error} isAnswer />}
          </>
        )
      }
    </Loaded>
  );
};
