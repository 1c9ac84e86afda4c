import {
  beginAppOrganisations,
  type Call,
  type Failure,
  githubApp,
  type Route,
  returned,
} from '@throughline/contract';
import { toFailure } from '../../api/to-failure.ts';
import { findInstalling } from './installing-record.ts';
import { rememberLeaving, takeLeaving } from './leaving-record.ts';
import { keepReturned, type LeavingWord, tellWindows } from './leaving-words.ts';
import { toRefused } from './refused-words.ts';
import { returns } from './returns.data.ts';

/** How a return ended: in a window of its own, which is done; or in one that goes back to the page it left. */
export type Return =
  | { readonly kind: 'done' }
  | { readonly kind: 'installed' }
  /** A member asked an owner to install an app. */
  | { readonly kind: 'requested' }
  /** On to GitHub once more: to install the app that was made, or to see where it is installed now. */
  | { readonly kind: 'onward'; readonly to: 'install' | 'sign-in'; readonly url: string }
  | { readonly kind: 'back'; readonly to: string }
  /** They were not let on to GitHub. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly from: string | undefined };

/** Takes what GitHub put into the address to the API, once, and tells the page that began. */
export const finishReturn = async (call: Call, search: string): Promise<Return> => {
  const params = new URLSearchParams(search);
  const refused = params.get('refused');
  if (refused !== null) return { kind: 'refused', failure: toRefused(refused) };
  const record = takeLeaving(params.get('state') ?? '');
  const route = record && returns[record.purpose];
  if (record === undefined || route === undefined)
    return params.has('setup_action') ? finishInstalling(call, params) : unknown;
  const word = await askRoute(call, { route, purpose: record.purpose, params });
  if (!record.isOwnWindow) {
    keepReturned(word);
    return { kind: 'back', to: record.from };
  }
  tellWindows(word);
  if (word.kind === 'failed') return { kind: 'failed', failure: word.failure, from: undefined };
  return findNextPlace(word) ?? { kind: 'done' };
};

interface Back {
  readonly route: Route;
  readonly purpose: Came['purpose'];
  readonly params: URLSearchParams;
}

async function askRoute(call: Call, { route, purpose, params }: Back): Promise<Came> {
  const body = returned.safeParse({ state: params.get('state'), code: params.get('code') });
  if (!body.success) return { kind: 'failed', purpose, failure: toDenied(params) };
  try {
    return { kind: 'returned', purpose, answer: await call(route, { body: body.data }) };
  } catch (error) {
    return { kind: 'failed', purpose, failure: toFailure(error) };
  }
}

/** An app that was just made is installed nowhere: the window that made it goes on to that. */
const findNextPlace = ({ kind, purpose, ...word }: Came): Return | undefined => {
  if (kind !== 'returned' || purpose !== 'app-manifest' || !('answer' in word)) return undefined;
  const app = githubApp.safeParse(word.answer).data;
  return app === undefined ? undefined : { kind: 'onward', to: 'install', url: app.installUrl };
};

type Came = Extract<LeavingWord, { readonly kind: 'returned' | 'failed' }>;

/** GitHub leads here after an app was installed, without saying by whom: who did it signs in, in this same window. */
const finishInstalling = async (call: Call, params: URLSearchParams): Promise<Return> => {
  if (params.get('setup_action') === 'request') return { kind: 'requested' };
  const installing = findInstalling();
  if (installing !== undefined) {
    try {
      const { registrationId, data } = installing;
      const { url, state } = await call(beginAppOrganisations, {
        params: { registrationId },
        body: { data },
      });
      rememberLeaving(state, { purpose: 'app-organisations', isOwnWindow: true });
      return { kind: 'onward', to: 'sign-in', url };
    } catch (error) {
      return { kind: 'failed', failure: toFailure(error), from: undefined };
    }
  }
  tellWindows({ kind: 'installed' });
  return { kind: 'installed' };
};

const unknown: Return = {
  kind: 'failed',
  failure: {
    code: 'authorisation-invalid',
    message:
      'This answer does not belong to anything begun in this browser, was used before, or came too late. Nothing was changed. Begin again.',
  },
  from: undefined,
};

/** What GitHub says instead of a code: somebody pressed Cancel, or the app is set up wrongly there. */
const toDenied = (params: URLSearchParams): Failure => ({
  code: 'authorisation-denied',
  message:
    params.get('error') === 'access_denied'
      ? 'Access was not given, so nothing was changed. Begin again when you want to.'
      : `The other side refused${toReason(params)}. Nothing was changed.`,
});

const toReason = (params: URLSearchParams): string => {
  const words = params.get('error_description') ?? params.get('error');
  return words === null ? '' : `: ${words.slice(0, 300).replace(/\.$/, '')}`;
};
