import { Dialog } from '@primer/react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { CurrentUser, Session } from '@throughline/contract';
import { SignInForm } from './sign-in-form.tsx';

/**
 * The session has ended: one signs in over the page, and what was typed stays. Somebody else signing in here must not
 * find the page of who was here before, so then everything is loaded anew.
 */
export const SignInOverPage = ({ user }: { readonly user: CurrentUser | undefined }) => {
  const queries = useQueryClient();
  const router = useRouter();
  const goOn = (session: Session) => {
    if (session.user?.userId === user?.userId) void queries.invalidateQueries();
    else window.location.assign('/');
  };
  return (
    <Dialog
      title="Your session has ended"
      subtitle="Sign in to go on. What you typed on this page is still here."
      onClose={() => router.history.push(`/signin?to=${encodeURIComponent(router.history.location.href)}`)}
    >
      <SignInForm email={user?.email ?? ''} onDone={goOn} />
    </Dialog>
  );
};
