import type { Emulator } from '../emulator.ts';
import { normaliseScopes } from '../tokens/scopes.data.ts';
import type { Visitor } from '../web/web-route.ts';
import { type AuthoriseAsk, withParameters } from './authorise-request.ts';

/** Where a user who agrees is sent: the app's address with a code, which stands for what was agreed to. */
export function makeCodeAddress(emulator: Emulator, ask: AuthoriseAsk, visitor: Visitor): string {
  const { app, redirectUri, codeChallenge, state } = ask;
  const scopes = toScopes(emulator, ask, visitor);
  emulator.oauth.grants.agree(visitor.account.id, app.clientId, scopes);
  const code = emulator.oauth.codes.make({
    clientId: app.clientId,
    accountId: visitor.account.id,
    scopes,
    redirectUri,
    codeChallenge,
    ssoOrganisations: [...visitor.session.ssoOrganisations],
  });
  return withParameters(redirectUri, { code, state });
}

/** Scopes the token will have: those asked for, or all ever agreed to when none are named. */
export function toScopes(emulator: Emulator, ask: AuthoriseAsk, { account }: Visitor): readonly string[] {
  const before = emulator.oauth.grants.find(account.id, ask.app.clientId)?.scopes ?? [];
  return normaliseScopes(ask.scopes ?? before);
}
