import { toRedirectRefusal } from './refusals.ts';

interface RedirectQuestion {
  readonly status: number;
  readonly location: string | undefined;
  readonly from: URL;
  readonly method: string;
  /** Redirects followed so far. */
  readonly hop: number;
}

export type RedirectVerdict =
  | { readonly kind: 'final' }
  | { readonly kind: 'follow'; readonly to: URL }
  | { readonly kind: 'refused'; readonly error: Error };

const mostHops = 2;
const redirects = new Set([300, 301, 302, 303, 305, 307, 308]);

/**
 * GitHub answers 301 for a repository that was renamed or moved, on the same host. That one is followed for reading,
 * with the same headers; every other redirect is somebody else's idea.
 */
export function judgeRedirect({ status, location, from, method, hop }: RedirectQuestion): RedirectVerdict {
  if (!redirects.has(status)) return { kind: 'final' };
  const to = location === undefined ? undefined : (URL.parse(location, from.href) ?? undefined);
  const isRename = status === 301 && (method === 'GET' || method === 'HEAD') && hop < mostHops;
  if (isRename && to !== undefined && to.origin === from.origin && to.username === '' && to.password === '') {
    return { kind: 'follow', to };
  }
  return { kind: 'refused', error: toRedirectRefusal(from.host, to?.origin, status) };
}
