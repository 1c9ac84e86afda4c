import { GitHubError } from '../http/github-error.ts';
import { isInstallation, type Viewer } from '../tokens/viewer.ts';
import type { Route } from './route.ts';

/** Throws unless who asks is the sort of caller the route is for. */
export function assertCredential({ credential, needsToken }: Route, viewer: Viewer): void {
  if (credential === undefined) return assertUser(viewer, needsToken ?? false);
  if (credential === 'installation') {
    if (!isInstallation(viewer)) throw viewer.kind === 'token' ? notForUsers() : unauthenticated();
  } else if (credential === 'anonymous') {
    if (viewer.kind !== 'anonymous') throw onlyForNobody();
  } else if (viewer.kind !== credential) throw credential === 'app' ? notDecoded() : unauthenticated();
}

function assertUser(viewer: Viewer, isNeeded: boolean): void {
  if (viewer.kind === 'app') throw notForIntegrations();
  if (isNeeded && viewer.kind !== 'token') throw unauthenticated();
  if (isNeeded && isInstallation(viewer)) throw notForIntegrations();
}

function notDecoded(): GitHubError {
  return new GitHubError(401, 'A JSON web token could not be decoded');
}

function unauthenticated(): GitHubError {
  return new GitHubError(401, 'Requires authentication');
}

/** GitHub tells the status; the words are made up. */
function onlyForNobody(): GitHubError {
  return new GitHubError(403, 'This endpoint takes unauthenticated requests only.');
}

function notForIntegrations(): GitHubError {
  return new GitHubError(403, 'Resource not accessible by integration');
}

function notForUsers(): GitHubError {
  const message = 'You must authenticate with an installation access token in order to access this endpoint.';
  return new GitHubError(403, message);
}
