import { anonymousOwner } from '../limits/primary.ts';
import type { AccountRecord } from '../world/model.ts';
import type { Token } from './token.ts';

/** Who asks, and with what. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'token'; readonly token: Token; readonly account: AccountRecord };

/** Whose quota a request is taken from: all tokens of one user share a bucket. */
export function bucketOwnerOf(viewer: Viewer): string {
  return viewer.kind === 'anonymous' ? anonymousOwner : `user:${viewer.account.id}`;
}

/** Whether a classic token has one of the scopes, or one that contains it. */
export function hasScope(viewer: Viewer, ...wanted: readonly string[]): boolean {
  if (viewer.kind === 'anonymous' || viewer.token.kind !== 'classic') return false;
  const { scopes } = viewer.token;
  return wanted.some((scope) => [scope, ...containersOf(scope)].some((one) => scopes.includes(one)));
}

const containers: Readonly<Record<string, readonly string[]>> = {
  'read:org': ['write:org', 'admin:org'],
  'write:org': ['admin:org'],
  'read:user': ['user'],
  'user:email': ['user'],
  public_repo: ['repo'],
};

function containersOf(scope: string): readonly string[] {
  return containers[scope] ?? [];
}
