import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Token, UnfiledToken } from './token.ts';
import { applyTokenPatch, parseTokenSpec, tokenPatchSchema } from './token-spec.ts';

export type TokenStore = {
  find(value: string): Token | undefined;
  list(): readonly Token[];
  /** Takes a `TokenSpec`. Throws when no account has the login, or it is not one. */
  add(spec: unknown): Token;
  /** Keeps a token that was made elsewhere. */
  put<Unfiled extends UnfiledToken>(token: Unfiled): Extract<Token, Pick<Unfiled, 'kind'>>;
  /** Takes a `TokenPatch`. Throws when there is no such token. */
  change(patch: unknown): Token;
  /** Follows an account to its new login. */
  rename(from: string, to: string): void;
};

type Dependencies = {
  readonly clock: Clock;
  readonly random: Random;
  readonly findAccount: (login: string) => AccountRecord | undefined;
};

const firstId = 4_800_001;

/** Every token that was ever issued here, revoked ones too. */
export function createTokenStore({ clock, random, findAccount }: Dependencies): TokenStore {
  const tokens = new Map<string, Token>();

  function put<Unfiled extends UnfiledToken>(token: Unfiled): Extract<Token, Pick<Unfiled, 'kind'>> {
    const filed = { createdAtMs: clock.nowMs(), ...token, id: firstId + tokens.size };
    // as: an unfiled token is a token but for these two
    const kept = filed as unknown as Extract<Token, Pick<Unfiled, 'kind'>>;
    tokens.set(kept.value, kept);
    return kept;
  }

  return {
    find: (value) => tokens.get(value),
    list: () => [...tokens.values()],
    add(spec) {
      const parsed = parseTokenSpec(spec, random, clock.nowMs());
      const account = findAccount(parsed.login);
      if (account === undefined) {
        throw new Error(
          `No account ${parsed.login} in this world: a token needs an owner. Name one of its people.`,
        );
      }
      return put({ ...parsed, accountId: account.id });
    },
    put,
    change(input) {
      const patch = tokenPatchSchema.parse(input);
      const token = tokens.get(patch.value);
      if (token === undefined) throw new Error('No such token. Add it first with its kind and login.');
      const changed = applyTokenPatch(token, patch);
      tokens.set(changed.value, changed);
      return changed;
    },
    rename(from, to) {
      for (const token of tokens.values()) tokens.set(token.value, renameIn(token, from, to));
    },
  };
}

function renameIn(token: Token, from: string, to: string): Token {
  const follow = (login: string) => (login.toLowerCase() === from.toLowerCase() ? to : login);
  if ('ssoOrganisations' in token) return { ...token, ssoOrganisations: token.ssoOrganisations.map(follow) };
  return 'resourceOwner' in token ? { ...token, resourceOwner: follow(token.resourceOwner) } : token;
}
