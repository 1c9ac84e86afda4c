import type { Shape } from '../model/settings.ts';

/** Where things are, in the shape emulated; all without a trailing slash. */
export type Urls = {
  readonly origin: string;
  readonly rest: string;
  readonly graphql: string;
  readonly web: string;
  /** Prefix of REST paths on this server: empty, or `/api/v3`. */
  readonly restPrefix: string;
  readonly graphqlPath: string;
  ssoUrl(organisation: string): string;
};

export function createUrls(origin: string, shape: Shape): Urls {
  const [restPrefix, graphqlPath] =
    shape === 'github.com' ? (['', '/graphql'] as const) : (['/api/v3', '/api/graphql'] as const);
  return {
    origin,
    rest: `${origin}${restPrefix}`,
    graphql: `${origin}${graphqlPath}`,
    web: origin,
    restPrefix,
    graphqlPath,
    ssoUrl: (organisation) => `${origin}/orgs/${organisation}/sso?authorization_request=EMULATED`,
  };
}
