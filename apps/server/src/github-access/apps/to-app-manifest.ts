import { toAppPermissions, toManifest, toManifestAddress } from '@throughline/github';
import type { FormPage } from '../../platform/http/index.ts';
import { toAppData } from '../connection/permissions-held.ts';
import { type ManifestAttempt, toReturnAddress } from './app-attempt.ts';

interface Given {
  readonly attempt: ManifestAttempt;
  /** What the workspace is called, by which its App is told from others'. */
  readonly workspace: string;
  readonly state: string;
}

/** The page that takes an App's manifest to GitHub. */
export function toManifestPage({ attempt, workspace, state }: Given): FormPage {
  const { host, organisation, data, origin } = attempt;
  const manifest = toManifest({
    name: toAppName(workspace),
    description: 'Reads pull requests, their files, members and teams for Throughline. It never writes.',
    homepageUrl: origin,
    returnUrls: listReturnAddresses(origin),
    permissions: toAppPermissions(toAppData(data)),
    // One of somebody's own could not be installed on any organisation otherwise.
    isPublic: organisation === undefined,
  });
  return {
    action: toManifestAddress(host.baseUrl, organisation, state),
    fields: { manifest: JSON.stringify(manifest) },
    title: 'Going to GitHub',
    sentence: `${host.name} asks you to confirm the app there, and leads you back here.`,
    button: 'Continue to GitHub',
  };
}

/** Apps of a host have different names. */
const toAppName = (workspace: string): string =>
  workspace === '' || workspace === 'Throughline' ? 'Throughline' : `Throughline ${workspace}`;

/** This machine has two names, and whoever comes back by the other one has come back all the same. */
function listReturnAddresses(origin: string): readonly [string, ...string[]] {
  const { hostname } = new URL(origin);
  const twin = { '127.0.0.1': 'localhost', localhost: '127.0.0.1' }[hostname];
  const first = toReturnAddress(origin);
  return twin === undefined ? [first] : [first, toReturnAddress(origin.replace(hostname, twin))];
}
