export type HostKind = 'github.com' | 'enterprise-server' | 'data-residency' | 'demo';

export interface HostAddress {
  readonly kind: HostKind;
  /** Origin of the web interface, without a path: `https://github.com`, `https://github.acme.com`, `https://acme.ghe.com`. */
  readonly baseUrl: string;
}

/** None of them ends in a slash. */
export interface HostUrls {
  readonly kind: HostKind;
  readonly webUrl: string;
  readonly restUrl: string;
  readonly graphqlUrl: string;
}

/**
 * Where a host's APIs are, from the origin of its web interface (GitHub, "Getting started with the REST API" of each
 * product). The demo speaks Enterprise Server's dialect on a loopback address.
 */
export function toHostUrls(host: HostAddress): HostUrls {
  const origin = new URL(host.baseUrl).origin;
  switch (host.kind) {
    case 'github.com':
      return toUrls(
        host.kind,
        'https://github.com',
        'https://api.github.com',
        'https://api.github.com/graphql',
      );
    case 'data-residency': {
      const api = origin.replace('://', '://api.');
      return toUrls(host.kind, origin, api, `${api}/graphql`);
    }
    case 'enterprise-server':
    case 'demo':
      return toUrls(host.kind, origin, `${origin}/api/v3`, `${origin}/api/graphql`);
  }
}

/** Which kind of host an origin is; `demo` is never guessed. */
export function toHostKind(baseUrl: string): Exclude<HostKind, 'demo'> {
  const { hostname } = new URL(baseUrl);
  if (hostname === 'github.com') return 'github.com';
  return hostname.endsWith('.ghe.com') ? 'data-residency' : 'enterprise-server';
}

const toUrls = (kind: HostKind, webUrl: string, restUrl: string, graphqlUrl: string): HostUrls => ({
  kind,
  webUrl,
  restUrl,
  graphqlUrl,
});
