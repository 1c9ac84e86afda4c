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
export function judgeRedirect(question: RedirectQuestion): RedirectVerdict {
  const { status, location, from } = question;
  if (!redirects.has(status)) return { kind: 'final' };
  const to = location === undefined ? undefined : (URL.parse(location, from.href) ?? undefined);
  if (to !== undefined && isRename(question) && isSamePlace(from, to)) return { kind: 'follow', to };
  return { kind: 'refused', error: toRedirectRefusal(from.host, to?.origin, status) };
}

const isRename = ({ status, method, hop }: RedirectQuestion): boolean =>
  status === 301 && (method === 'GET' || method === 'HEAD') && hop < mostHops;

const isSamePlace = (from: URL, to: URL): boolean =>
  to.origin === from.origin && to.username === '' && to.password === '';
