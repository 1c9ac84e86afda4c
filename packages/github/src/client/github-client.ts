import type { Answer } from '../answers/answer.ts';
import type { HostSchema } from '../graphql/host-schema.ts';
import type { HostUrls } from '../hosts.ts';
import type { TokenKind } from './to-token-kind.ts';

export interface RestAnswer extends Answer {
  /** GitHub's clock. */
  readonly observedAt: Date;
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: unknown;
  readonly headers: Answer['headers'];
  readonly observedAt: Date;
}

export interface GraphqlCall {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the query is expected to cost. */
  readonly points: number;
}

/**
 * Speaks to one host with one token. Everything rejects with `QuotaWait` (come back later), `GitHubFailure` (what an
 * answer means), or the reason of the aborted signal.
 */
export interface GitHubClient {
  readonly urls: HostUrls;
  /** Of the token it speaks with, which itself is not to be had from here. */
  readonly tokenKind: TokenKind;
  /** What this host is not asked for, for it does not have it. */
  readonly schema: HostSchema;
  /** `path` begins with a slash; `{placeholders}` in it are filled, and encoded, from `parameters`; the rest is the query. */
  getRest(path: string, parameters?: Readonly<Record<string, string | number>>): Promise<RestAnswer>;
  /** A GraphQL answer with whatever errors stand beside its data. */
  postGraphql(call: GraphqlCall): Promise<GraphqlAnswer>;
}
