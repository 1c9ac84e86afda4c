/** Where to go after signing in: a page of ours, and not the one for signing in. */
export const toReturnPath = (asked: unknown): string => {
  const path = toOwnPath(asked);
  return path.startsWith('/signin') ? '/' : path;
};

/**
 * A page of ours, never another site. Browsers read `//evil.example`, `/\evil.example` and either with a tab in it as other
 * hosts, and some proxies `/%2f%2fevil.example`.
 */
export const toOwnPath = (asked: unknown): string =>
  typeof asked === 'string' && /^\/(?![/\\]|%2f|%5c)/i.test(asked) && !/[\\\p{Cc}]/u.test(asked)
    ? asked
    : '/';
