import { Navigate } from '@tanstack/react-router';
import { ApiFailure } from '@throughline/contract';
import { useEffect, useState } from 'react';
import { useCall } from '../../api/api-context.ts';
import { useSession } from '../../api/use-session.ts';
import { toOwnPath } from '../../shell/return-path.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Page } from '../../ui/page.tsx';
import { finishReturn, type Return } from './finish-return.ts';

/** Back from a sign-in elsewhere: takes what came in the address, tells the page that began, and closes or goes back. */
export const ReturnPage = () => {
  const call = useCall();
  const isReady = useSession() !== undefined;
  const [ended, setEnded] = useState<Return>();

  useEffect(() => {
    const { search } = location;
    if (!isReady || search === '') return;
    // Before anything else: what came is good once, and is nothing for a history.
    history.replaceState(history.state, '', location.pathname);
    void finishReturn(call, search).then((how) => {
      setEnded(how);
      if (how.kind === 'onward') location.replace(how.url);
      if (how.kind === 'done' || how.kind === 'installed') window.close();
    });
  }, [call, isReady]);

  if (ended?.kind === 'back') return <Navigate to={toOwnPath(ended.to)} replace />;
  return (
    <Page
      title={ended?.kind === 'refused' ? 'On the way to GitHub' : 'Back from GitHub'}
      sentence={toSentence(ended)}
    >
      {ended !== undefined && 'failure' in ended && (
        <FailureMessage error={new ApiFailure(0, ended.failure)} isAnswer />
      )}
      {ended !== undefined && ended.kind !== 'onward' && (
        <p>
          <AppLink to="/">Go home</AppLink>
        </p>
      )}
    </Page>
  );
};

const toSentence = (ended: Return | undefined): string => {
  switch (ended?.kind) {
    case 'done':
      return 'Done. You can close this window; the page you came from goes on.';
    case 'installed':
      return 'GitHub says that the app is installed. You can close this window; the page you came from looks again.';
    case 'requested':
      return 'An owner of the organisation has been asked to install the app. Come back to the page you came from when they have.';
    case 'onward':
      return ended.to === 'install'
        ? 'The app is made. Going on to installing it on an organisation.'
        : 'The app is installed. Going to GitHub once more, to see which organisations you may connect.';
    case 'refused':
      return 'It does not go on here.';
    case 'failed':
      return 'It did not work.';
    default:
      return 'Taking what GitHub sent along.';
  }
};
