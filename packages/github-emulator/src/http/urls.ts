import type { Clock } from '../model/clock.ts';
import type { Shape } from '../model/settings.ts';
import { toSsoRequest } from '../tokens/sso-request.ts';

/** Where things are, in the shape emulated; all without a trailing slash. */
export type Urls = {
  readonly origin: string;
  readonly rest: string;
  readonly graphql: string;
  readonly web: string;
  /** Prefix of REST paths on this server: empty, or `/api/v3`. */
  readonly restPrefix: string;
  readonly graphqlPath: string;
  /** Where a token is authorised for an organisation's single sign-on; good for an hour. */
  ssoUrl(asked: { readonly organisation: string; readonly credentialId: string }): string;
};

export function createUrls(origin: string, shape: Shape, clock: Clock): Urls {
  const [restPrefix, graphqlPath] =
    shape === 'github.com' ? (['', '/graphql'] as const) : (['/api/v3', '/api/graphql'] as const);
  return {
    origin,
    rest: `${origin}${restPrefix}`,
    graphql: `${origin}${graphqlPath}`,
    web: origin,
    restPrefix,
    graphqlPath,
    ssoUrl: ({ organisation, credentialId }) =>
      `${origin}/orgs/${organisation}/sso?authorization_request=${toSsoRequest(credentialId, clock.nowMs())}`,
  };
}
