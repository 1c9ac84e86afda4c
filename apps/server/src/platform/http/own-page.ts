import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackHost } from './known-host.ts';

/**
 * Whether the browser says that a page of ours made the request. Programs that are no browsers say nothing and pass
 * here; they are held by the CSRF token like everybody.
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, publicUrl: URL | undefined): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return true;
  if (origin === publicUrl?.origin) return true;
  return host !== undefined && isLoopbackHost(host) && origin === `http://${host}`;
}
