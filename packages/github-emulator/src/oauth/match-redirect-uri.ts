/** Loopback addresses of which the port may be any, as a program on a desktop takes the one that is free. */
const loopback = ['127.0.0.1', '[::1]'];

/**
 * Whether a user may be sent there: same scheme, host and port as a registered callback address, and its path or one
 * below. Stricter than GitHub's page, which lets sub-domains through.
 */
export function isRedirectAllowed(registered: readonly string[], asked: string): boolean {
  const target = parseAddress(asked);
  if (target === undefined) return false;
  return registered.some((one) => {
    const known = new URL(one);
    if (known.protocol !== target.protocol || known.hostname !== target.hostname) return false;
    const isAnyPort = loopback.includes(known.hostname);
    return (isAnyPort || known.port === target.port) && isBelow(known.pathname, target.pathname);
  });
}

function parseAddress(text: string): URL | undefined {
  // A backslash or a blank is read as something else by who follows the address.
  if (!URL.canParse(text) || /[\\\s]/.test(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hash === '' ? url : undefined;
}

function isBelow(base: string, path: string): boolean {
  // An encoded dot, slash or backslash may be decoded to a way out by who follows the address.
  if (/%(2e|2f|5c)/i.test(path)) return path === base;
  return path === base || path.startsWith(base.endsWith('/') ? base : `${base}/`);
}
