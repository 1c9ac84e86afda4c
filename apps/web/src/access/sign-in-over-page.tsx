import { Dialog } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type CurrentUser, getSession, type Session } from '@throughline/contract';
import { useCall } from '../api/api-context.ts';
import { sessionKey } from '../api/session-key.ts';
import { PathLink } from '../ui/path-link.tsx';
import styles from './sign-in/sign-in.module.css';
import { useSignInWays } from './sign-in/use-sign-in-ways.ts';
import { WaysOverPage } from './sign-in/ways-over-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/**
 * The session has ended: one signs in over the page, in any of the ways that are set up here, and what was typed stays.
 * Somebody else signing in here must not find the page of who was here before, so then everything is loaded anew.
 */
export const SignInOverPage = ({ user }: { readonly user: CurrentUser | undefined }) => {
  const call = useCall();
  const queries = useQueryClient();
  const router = useRouter();
  const ways = useSignInWays();
  const to = `to=${encodeURIComponent(router.history.location.href)}`;
  const goOn = (session: Session) => {
    if (session.user?.userId !== user?.userId) {
      window.location.assign('/');
      return;
    }
    queries.setQueryData(sessionKey, session);
    void queries.invalidateQueries();
  };
  const isAny = ways.provider !== undefined || ways.hosts.length > 0;
  // Administrators' passwords always work.
  const isPasswordMine = ways.isPasswordForAll || user?.role === 'administrator';
  return (
    <Dialog
      title="Your session has ended"
      subtitle="Sign in to go on. What you typed on this page is still here."
      onClose={() => router.history.push(`/signin?${to}`)}
    >
      {isAny && <WaysOverPage ways={ways} onDone={() => void call(getSession).then(goOn)} />}
      {isAny && isPasswordMine && <p className={styles['or']}>or by e-mail and password</p>}
      {isPasswordMine ? (
        <SignInForm email={user?.email ?? ''} onDone={goOn} />
      ) : (
        <p className={styles['or']}>
          <PathLink path={`/signin?local&${to}`}>Administrators sign in by password</PathLink>, and leave this
          page for it.
        </p>
      )}
    </Dialog>
  );
};
