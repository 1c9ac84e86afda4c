import { type TokenKind, toTokenKind } from './to-token-kind.ts';

/** A token that lives shorter than those who read with it. */
export interface RenewedToken {
  readonly kind: TokenKind;
  /** One that is good for a while yet. Rejects with `GitHubFailure` where none is to be had any more. */
  get(): Promise<string>;
  /** GitHub refused this one: the next that is given is another. Absent: a refusal is final. */
  refuse?(token: string): void;
}

/** What a client asks for its token before each request. */
export const toTokenSource = (token: string | RenewedToken): RenewedToken =>
  typeof token === 'string' ? { kind: toTokenKind(token), get: () => Promise.resolve(token) } : token;
