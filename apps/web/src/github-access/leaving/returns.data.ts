import {
  connectOwnAccount,
  finishAppManifest,
  finishAppOrganisations,
  finishOauth,
  type Route,
  signInWithGithub,
} from '@throughline/contract';
import type { LeavingPurpose } from './leaving-record.ts';

/** What takes the code and the state that came back, by what somebody was led away for: a route whose body they are. */
export const returns: Partial<Readonly<Record<LeavingPurpose, Route>>> = {
  'app-manifest': finishAppManifest,
  'app-organisations': finishAppOrganisations,
  'oauth-connect': finishOauth,
  'own-account': connectOwnAccount,
  'github-sign-in': signInWithGithub,
};
