const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request names us in `Host`: by the public address or by a loopback name, at any port because of forwarded
 * ones. Another name means that a page of somebody else made its own name point here (DNS rebinding).
 */
export function isKnownHost(host: string | undefined, publicUrl: URL | undefined): boolean {
  if (host === undefined) return false;
  return host === publicUrl?.host || isLoopbackHost(host);
}

/** `host` as a `Host` header: a name with or without a port. */
export function isLoopbackHost(host: string): boolean {
  const [, name] = /^([a-z0-9.]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?$/.exec(host.toLowerCase()) ?? [];
  return name !== undefined && loopbackNames.has(name);
}

/** The origin a request with this (known) host came to. */
export function toOrigin(host: string | undefined, publicUrl: URL | undefined): string {
  return publicUrl?.origin ?? `http://${host ?? 'localhost'}`;
}
