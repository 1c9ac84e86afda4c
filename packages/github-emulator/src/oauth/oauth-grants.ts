import type { Clock } from '../model/clock.ts';
import { normaliseScopes } from '../tokens/scopes.data.ts';
import { isAppIssued, type OauthToken, type Token } from '../tokens/token.ts';
import type { TokenStore } from '../tokens/token-store.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Authorisation } from './authorisation-codes.ts';

/** What a user has authorised an app for: the union of all scopes ever agreed to. */
export type OauthGrant = {
  readonly id: number;
  readonly clientId: string;
  readonly accountId: number;
  readonly scopes: readonly string[];
  /** When tokens were made under it. */
  readonly issuedAtMs: readonly number[];
};

/** As many tokens of one user, app and set of scopes live; one more revokes the oldest. */
const tokensPerScope = 10;
/** More in an hour, and the user is asked again. */
const tokensPerHour = 10;
const hourMs = 3_600_000;

export type OauthGrants = {
  find(accountId: number, clientId: string): OauthGrant | undefined;
  /** Remembers what the user agreed to. */
  agree(accountId: number, clientId: string, scopes: readonly string[]): OauthGrant;
  /** Whether the user must be asked although all is agreed to: too many tokens within the hour. */
  isExhausted(grant: OauthGrant): boolean;
  issue(authorisation: Authorisation, account: AccountRecord): OauthToken;
  /** A token's replacement; the old one is revoked. */
  reset(token: OauthToken): OauthToken;
  /** Ends the grant and every token under it. */
  revoke(accountId: number, clientId: string): void;
};

export function createOauthGrants(clock: Clock, tokens: TokenStore): OauthGrants {
  const grants = new Map<string, OauthGrant>();
  const keyOf = (accountId: number, clientId: string) => `${accountId} ${clientId}`;
  let lastId = 0;

  function put(grant: OauthGrant): OauthGrant {
    grants.set(keyOf(grant.accountId, grant.clientId), grant);
    return grant;
  }

  function agree(accountId: number, clientId: string, scopes: readonly string[]): OauthGrant {
    const known = grants.get(keyOf(accountId, clientId));
    if (known !== undefined) return put({ ...known, scopes: normaliseScopes([...known.scopes, ...scopes]) });
    lastId += 1;
    return put({ id: lastId, clientId, accountId, scopes: normaliseScopes(scopes), issuedAtMs: [] });
  }

  function listLive(accountId: number, clientId: string) {
    return tokens
      .list()
      .filter(isAppIssued)
      .filter((one) => one.accountId === accountId && one.clientId === clientId && !one.isRevoked);
  }

  const revokeToken = ({ value }: Token) => tokens.change({ value, isRevoked: true });

  return {
    find: (accountId, clientId) => grants.get(keyOf(accountId, clientId)),
    agree,
    isExhausted: ({ issuedAtMs }) =>
      issuedAtMs.filter((at) => at > clock.nowMs() - hourMs).length >= tokensPerHour,
    issue({ accountId, clientId, scopes, ssoOrganisations }, { login }) {
      const grant = agree(accountId, clientId, scopes);
      put({ ...grant, issuedAtMs: [...grant.issuedAtMs, clock.nowMs()] });
      const alike = listLive(accountId, clientId).filter(
        (one) => one.kind === 'oauth' && one.scopes.join() === scopes.join(),
      );
      for (const old of alike.slice(0, Math.max(0, alike.length + 1 - tokensPerScope))) revokeToken(old);
      return addToken(tokens, { login, clientId, scopes, ssoOrganisations });
    },
    reset({ value, login, clientId, scopes, ssoOrganisations }) {
      tokens.change({ value, isRevoked: true });
      return addToken(tokens, { login, clientId, scopes, ssoOrganisations });
    },
    revoke(accountId, clientId) {
      grants.delete(keyOf(accountId, clientId));
      for (const token of listLive(accountId, clientId)) revokeToken(token);
    },
  };
}

function addToken(
  tokens: TokenStore,
  spec: Pick<OauthToken, 'login' | 'clientId' | 'scopes' | 'ssoOrganisations'>,
): OauthToken {
  const token = tokens.add({ kind: 'oauth', ...spec });
  if (token.kind !== 'oauth') throw new Error('The store made another kind of token.');
  return token;
}
