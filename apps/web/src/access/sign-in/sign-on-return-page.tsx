import { useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { ApiFailure, type Call, getSession, type SignOnReport, signOn } from '@throughline/contract';
import { useEffect, useState } from 'react';
import { useCall } from '../../api/api-context.ts';
import { toFailure } from '../../api/to-failure.ts';
import { useSession } from '../../api/use-session.ts';
import { takeLeaving } from '../../github-access/leaving/leaving-record.ts';
import { tellWindows } from '../../github-access/leaving/leaving-words.ts';
import { toReturnPath } from '../../shell/return-path.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Page } from '../../ui/page.tsx';
import { takeSignOnTarget } from './sign-on-record.ts';
import { SignOnTestReport } from './sign-on-test-report.tsx';

type Ended =
  | { readonly kind: 'back'; readonly to: string }
  /** In a window of its own; the page that opened it goes on. */
  | { readonly kind: 'done' }
  | { readonly kind: 'tested'; readonly report: SignOnReport }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Back from the provider of single sign-on: takes what came in the address to the API, once, and goes on. */
export const SignOnReturnPage = () => {
  const call = useCall();
  const queries = useQueryClient();
  const isReady = useSession() !== undefined;
  const [ended, setEnded] = useState<Ended>();

  useEffect(() => {
    const { search } = location;
    if (!isReady || search === '') return;
    // Before anything else: what came is good once, and is nothing for a history.
    history.replaceState(history.state, '', location.pathname);
    void finish(call, new URLSearchParams(search)).then(async (how) => {
      await queries.invalidateQueries({ queryKey: [getSession.id] });
      setEnded(how);
      if (how.kind === 'done') window.close();
    });
  }, [call, isReady, queries]);

  if (ended?.kind === 'back') return <Navigate to={ended.to} replace />;
  return (
    <Page title="Back from single sign-on" sentence={toSentence(ended)}>
      {ended?.kind === 'tested' && <SignOnTestReport report={ended.report} />}
      {ended?.kind === 'failed' && (
        <>
          <FailureMessage error={ended.error} isAnswer />
          <p>
            <AppLink to="/signin">Sign in another way</AppLink>
          </p>
        </>
      )}
    </Page>
  );
};

/** What came of it is told to the page that opened this window, where one did. */
const finish = async (call: Call, params: URLSearchParams): Promise<Ended> => {
  const left = takeLeaving(params.get('state') ?? '');
  const target = takeSignOnTarget();
  const tell = left?.isOwnWindow === true ? tellWindows : () => undefined;
  try {
    const answer = await ask(call, params);
    tell({ kind: 'returned', purpose: 'oidc-sign-in', answer });
    if (answer.report !== undefined) return { kind: 'tested', report: answer.report };
    if (left?.isOwnWindow === true) return { kind: 'done' };
    return { kind: 'back', to: left === undefined ? target : toReturnPath(left.from) };
  } catch (error) {
    tell({ kind: 'failed', purpose: 'oidc-sign-in', failure: toFailure(error) });
    return { kind: 'failed', error };
  }
};

const ask = (call: Call, params: URLSearchParams) => {
  const [state, code, iss] = [params.get('state'), params.get('code'), params.get('iss')];
  if (state === null || code === null) throw toDenied(params);
  return call(signOn, { body: { state, code, ...(iss === null ? {} : { iss }) } });
};

/** The provider's own words are shown as words: what is in an address may be anybody's. */
const toDenied = (params: URLSearchParams): ApiFailure => {
  const said = params.get('error');
  const isDenied = said === null || said === 'access_denied';
  return new ApiFailure(0, {
    code: 'authorisation-denied',
    message: isDenied
      ? 'Nobody was signed in at the provider, so nothing was changed. Begin again when you want to.'
      : `The provider refused (${said.slice(0, 60)}). Nothing was changed.`,
  });
};

const toSentence = (ended: Ended | undefined): string => {
  switch (ended?.kind) {
    case 'tested':
      return 'Single sign-on works. This was a trial, and nothing was changed.';
    case 'done':
      return 'Done. You can close this window; the page you came from goes on.';
    case 'failed':
      return 'It did not work.';
    default:
      return 'Taking what the provider sent along.';
  }
};
