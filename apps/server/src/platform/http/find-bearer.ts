import type { IncomingHttpHeaders } from 'node:http';

/** What `Authorization: Bearer` carries, an empty text too; undefined when there is no such header. */
export function findBearer({ authorization = '' }: IncomingHttpHeaders): string | undefined {
  const [scheme, text = ''] = authorization.trim().split(/ +/, 2);
  return scheme?.toLowerCase() === 'bearer' ? text : undefined;
}
