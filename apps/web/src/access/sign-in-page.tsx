import { Navigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/use-session.ts';
import { toReturnPath } from '../shell/return-path.ts';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { SignInWays } from './sign-in/sign-in-ways.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** How one gets in; afterwards the page that was asked for opens. */
export const SignInPage = () => {
  const session = useSession();
  const search: { readonly to?: unknown; readonly local?: unknown } = useSearch({ strict: false });
  const to = toReturnPath(search.to);

  if (session?.user !== undefined) return <Navigate to={to} replace />;
  if (session?.isSetUp === false) return <NotSetUp />;
  return (
    <Page title={session === undefined ? 'Sign in' : `Sign in to ${session.workspace.name}`}>
      <SignInWays verb="Sign in" to={to}>
        {(isPasswordForAll) =>
          isPasswordForAll || 'local' in search ? (
            <SignInForm onDone={() => undefined} />
          ) : (
            <p>
              <PathLink path={`/signin?local&to=${encodeURIComponent(to)}`}>
                Administrators sign in by password
              </PathLink>
            </p>
          )
        }
      </SignInWays>
      <p>Locked out, or no account yet? An administrator of this workspace can invite you.</p>
    </Page>
  );
};

const NotSetUp = () => (
  <Page
    title="Welcome to Throughline"
    sentence="Nobody has set it up yet: open the set-up link that Throughline printed where it was started."
  >
    <p>The link works once and for 30 minutes. Restart Throughline for a new one.</p>
  </Page>
);
