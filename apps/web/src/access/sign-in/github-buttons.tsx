import { Button } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import {
  beginGithubSignIn,
  type GithubSignInHost,
  getSession,
  signInWithGithub,
} from '@throughline/contract';
import { useRef } from 'react';
import { useCall } from '../../api/api-context.ts';
import { LeavingNotice } from '../../github-access/leaving/leaving-notice.tsx';
import { useLeaving } from '../../github-access/leaving/use-leaving.ts';
import { toGithubName } from './to-github-name.ts';

interface Props {
  readonly hosts: readonly GithubSignInHost[];
  /** "Sign in with", "Join with" */
  readonly verb: string;
  readonly invitation?: string;
}

/** A button for each GitHub by whose accounts one may sign in; the window itself goes there. */
export const GithubButtons = ({ hosts, verb, invitation }: Props) => {
  const call = useCall();
  const queries = useQueryClient();
  const chosen = useRef(0);
  const { state, leaveHere } = useLeaving({
    purpose: 'github-sign-in',
    begin: () =>
      call(beginGithubSignIn, {
        body: { hostId: chosen.current, ...(invitation === undefined ? {} : { invitation }) },
      }),
    finish: signInWithGithub,
    // The page follows the session: who is signed in is led on.
    onReturned: () => void queries.invalidateQueries({ queryKey: [getSession.id] }),
  });
  return (
    <>
      {hosts.map(({ hostId, hostName }) => (
        <Button
          key={hostId}
          block
          loading={state.kind === 'away'}
          onClick={() => {
            chosen.current = hostId;
            leaveHere();
          }}
        >
          {verb} {toGithubName(hostName)}
        </Button>
      ))}
      {state.kind === 'failed' && <LeavingNotice state={state} />}
    </>
  );
};
