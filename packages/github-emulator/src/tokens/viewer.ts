import { anonymousOwner, toInstallationOwner } from '../limits/primary.ts';
import type { AccountRecord } from '../world/model.ts';
import { expandScope } from './scopes.data.ts';
import { isScoped, type Token } from './token.ts';

/** Who asks, and with what. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  /** A GitHub App that signs in as itself, with a JWT. */
  | { readonly kind: 'app'; readonly appId: number }
  /** An app that signs in as itself, with its client id and secret. */
  | { readonly kind: 'client'; readonly clientId: string }
  | { readonly kind: 'token'; readonly token: Token; readonly account: AccountRecord };

export type TokenViewer = Viewer & { readonly kind: 'token' };

/** Whose quota a request is taken from: all tokens of one user share a bucket, an installation has its own. */
export function bucketOwnerOf(viewer: Viewer): string {
  if (viewer.kind === 'anonymous') return anonymousOwner;
  if (viewer.kind === 'client') return `client:${viewer.clientId}`;
  if (viewer.kind === 'app') return `app:${viewer.appId}`;
  const { token, account } = viewer;
  return token.kind === 'installation' ? toInstallationOwner(token.installationId) : `user:${account.id}`;
}

/** Whether an installation asks, which is a member nowhere and sees what its permissions say. */
export function isInstallation(viewer: Viewer): boolean {
  return viewer.kind === 'token' && viewer.token.kind === 'installation';
}

/** Whether a token with scopes has one of these, or one that contains it. */
export function hasScope(viewer: Viewer, ...wanted: readonly string[]): boolean {
  if (viewer.kind !== 'token' || !isScoped(viewer.token)) return false;
  const held = viewer.token.scopes.flatMap(expandScope);
  return wanted.some((scope) => held.includes(scope));
}
