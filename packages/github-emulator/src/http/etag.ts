import { createHash } from 'node:crypto';
import type { Viewer } from '../tokens/viewer.ts';
import type { Incoming } from './message.ts';

/** A weak validator of the body and, as GitHub's seems to be, of the credential it was made for. */
export function makeEtag(body: string, viewer: Viewer, differsPerCredential: boolean): string {
  const hash = createHash('sha256').update(body);
  if (differsPerCredential) hash.update(viewer.kind === 'token' ? viewer.token.value : '');
  return `W/"${hash.digest('hex')}"`;
}

/** Whether the client already has this answer. `If-None-Match` wins over `If-Modified-Since`. */
export function isUnchanged(incoming: Incoming, etag: string, updatedAt: string | undefined): boolean {
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false;
  const known = incoming.header('if-none-match');
  if (known !== undefined) return known.split(',').some((one) => toStrong(one) === toStrong(etag));
  const since = Date.parse(incoming.header('if-modified-since') ?? '');
  return updatedAt !== undefined && !Number.isNaN(since) && Date.parse(updatedAt) <= since;
}

function toStrong(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}
