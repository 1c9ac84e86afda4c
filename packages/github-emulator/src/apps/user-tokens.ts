import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import { type AppUserToken, makeRefreshTokenValue, makeTokenValue, type Narrowing } from '../tokens/token.ts';
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
  const issued: string[] = [];

  function put(
    { clientId, accountId, login }: Pick<AppUserToken, 'clientId' | 'accountId' | 'login'>,
    narrowed?: Narrowing,
  ): AppUserToken {
    const value = makeTokenValue('app-user', random);
    const expiresAtMs = clock.nowMs() + lifeSeconds * 1_000;
    const kind = 'app-user' as const;
    return tokens.put({ kind, value, login, accountId, clientId, expiresAtMs, isRevoked: false, narrowed });
  }

  function issue(clientId: string, { id: accountId, login }: AccountRecord): UserTokenAnswer {
    const token = put({ clientId, accountId, login });
    const refreshToken = makeRefreshTokenValue(random);
    issued.push(refreshToken);
    const expiresAtMs = clock.nowMs() + refreshLifeSeconds * 1_000;
    refreshes.set(refreshToken, { clientId, accountId, tokenValue: token.value, expiresAtMs });
    return toAnswer(token, refreshToken);
  }

  return {
    issue,
    /** Every refresh token there ever was, good or not. */
    listRefreshTokens: (): readonly string[] => [...issued],
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
    /** Another token in its place, for eight hours; the refresh token is good for that one now. */
    reset(token: AppUserToken): AppUserToken {
      tokens.change({ value: token.value, isRevoked: true });
      const fresh = put(token, token.narrowed);
      for (const [value, refresh] of refreshes)
        if (refresh.tokenValue === token.value) refreshes.set(value, { ...refresh, tokenValue: fresh.value });
      return fresh;
    },
    /** A token beside it that reaches less. */
    narrow: (token: AppUserToken, narrowed: Narrowing): AppUserToken => put(token, narrowed),
    /** Ends a refresh token, and the token it would have renewed. */
    revokeRefresh(refreshToken: string): void {
      const found = refreshes.get(refreshToken);
      if (found === undefined) return;
      refreshes.delete(refreshToken);
      tokens.change({ value: found.tokenValue, isRevoked: true });
    },
  };
}

function toAnswer({ value }: AppUserToken, refreshToken: string): UserTokenAnswer {
  return {
    access_token: value,
    expires_in: lifeSeconds,
    refresh_token: refreshToken,
    refresh_token_expires_in: refreshLifeSeconds,
    scope: '',
    token_type: 'bearer',
  };
}

export type UserTokens = ReturnType<typeof createUserTokens>;
