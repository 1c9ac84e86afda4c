import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import { makeHex } from './oauth-app.ts';

/** What a code stands for until it is exchanged. */
export type Authorisation = {
  readonly clientId: string;
  readonly accountId: number;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** S256 of the verifier that the exchange must bring. */
  readonly codeChallenge: string | undefined;
  readonly ssoOrganisations: readonly string[];
};

const lifeMs = 10 * 60_000;

/** Codes of the web flow: good once, for ten minutes. */
export function createAuthorisationCodes(clock: Clock, random: Random) {
  const codes = new Map<string, Authorisation & { readonly expiresAtMs: number }>();
  return {
    make(authorisation: Authorisation): string {
      const code = makeHex(20, random);
      codes.set(code, { ...authorisation, expiresAtMs: clock.nowMs() + lifeMs });
      return code;
    },
    /** Uses the code up. Undefined: never was, used already, too old, or another app's, which it stays. */
    take(code: string, clientId: string): Authorisation | undefined {
      const found = codes.get(code);
      if (found === undefined || found.clientId !== clientId) return undefined;
      codes.delete(code);
      return found.expiresAtMs > clock.nowMs() ? found : undefined;
    },
  };
}

export type AuthorisationCodes = ReturnType<typeof createAuthorisationCodes>;
