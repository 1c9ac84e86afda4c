import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import { type AppUserToken, makeRefreshTokenValue, makeTokenValue } from '../tokens/token.ts';
import type { TokenStore } from '../tokens/token-store.ts';
import type { AccountRecord } from '../world/model.ts';

const lifeSeconds = 8 * 3_600;
/** 184 days. */
const refreshLifeSeconds = 15_897_600;

type Refresh = {
  readonly clientId: string;
  readonly accountId: number;
  readonly tokenValue: string;
  readonly expiresAtMs: number;
};

/** What an exchange answers for a GitHub App. */
export type UserTokenAnswer = {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly refresh_token_expires_in: number;
  readonly scope: '';
  readonly token_type: 'bearer';
};

type Dependencies = {
  readonly clock: Clock;
  readonly random: Random;
  readonly tokens: TokenStore;
  readonly findAccount: (id: number) => AccountRecord | undefined;
};

/** Tokens by which a GitHub App acts for a user: eight hours, with a refresh token of six months that is good once. */
export function createUserTokens({ clock, random, tokens, findAccount }: Dependencies) {
  const refreshes = new Map<string, Refresh>();

  function issue(clientId: string, account: AccountRecord): UserTokenAnswer {
    const nowMs = clock.nowMs();
    const token: AppUserToken = {
      kind: 'app-user',
      value: makeTokenValue('app-user', random),
      login: account.login,
      accountId: account.id,
      clientId,
      expiresAtMs: nowMs + lifeSeconds * 1_000,
      isRevoked: false,
    };
    tokens.put(token);
    const refreshToken = makeRefreshTokenValue(random);
    refreshes.set(refreshToken, {
      clientId,
      accountId: account.id,
      tokenValue: token.value,
      expiresAtMs: nowMs + refreshLifeSeconds * 1_000,
    });
    return {
      access_token: token.value,
      expires_in: lifeSeconds,
      refresh_token: refreshToken,
      refresh_token_expires_in: refreshLifeSeconds,
      scope: '',
      token_type: 'bearer',
    };
  }

  return {
    issue,
    /** A new pair; the old token and the refresh token are gone. Undefined: another's, used, too old, or revoked. */
    refresh(refreshToken: string, clientId: string): UserTokenAnswer | undefined {
      const found = refreshes.get(refreshToken);
      if (found?.clientId !== clientId) return undefined;
      refreshes.delete(refreshToken);
      const isRevoked = tokens.find(found.tokenValue)?.isRevoked ?? true;
      const account = findAccount(found.accountId);
      if (isRevoked || account === undefined || found.expiresAtMs <= clock.nowMs()) return undefined;
      tokens.change({ value: found.tokenValue, isRevoked: true });
      return issue(clientId, account);
    },
  };
}

export type UserTokens = ReturnType<typeof createUserTokens>;
