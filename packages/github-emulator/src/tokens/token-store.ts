import type { Random } from '../model/random.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Token } from './token.ts';
import { applyTokenPatch, parseTokenSpec, tokenPatchSchema } from './token-spec.ts';

export type TokenStore = {
  find(value: string): Token | undefined;
  list(): readonly Token[];
  /** Takes a `TokenSpec`. Throws when no account has the login, or it is not one. */
  add(spec: unknown): Token;
  /** Keeps a token that was made elsewhere. */
  put(token: Token): void;
  /** Takes a `TokenPatch`. Throws when there is no such token. */
  change(patch: unknown): Token;
};

/** Every token that was ever issued here, revoked ones too. */
export function createTokenStore(
  random: Random,
  findAccount: (login: string) => AccountRecord | undefined,
): TokenStore {
  const tokens = new Map<string, Token>();
  return {
    find: (value) => tokens.get(value),
    list: () => [...tokens.values()],
    add(spec) {
      const parsed = parseTokenSpec(spec, random);
      const account = findAccount(parsed.login);
      if (account === undefined) {
        throw new Error(
          `No account ${parsed.login} in this world: a token needs an owner. Name one of its people.`,
        );
      }
      const token: Token = { ...parsed, accountId: account.id };
      tokens.set(token.value, token);
      return token;
    },
    put: (token) => void tokens.set(token.value, token),
    change(input) {
      const patch = tokenPatchSchema.parse(input);
      const token = tokens.get(patch.value);
      if (token === undefined) throw new Error('No such token. Add it first with its kind and login.');
      const changed = applyTokenPatch(token, patch);
      tokens.set(changed.value, changed);
      return changed;
    },
  };
}
