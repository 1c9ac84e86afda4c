import { toActionPermissions, toAppPermissions, toManifest, toManifestAddress } from '@throughline/github';
import type { FormPage } from '../../platform/http/index.ts';
import { toAppData } from '../credentials/permissions-held.ts';
import { toReturnAddress } from '../return-page.ts';
import type { ManifestAttempt } from './app-attempt.ts';

interface Given {
  readonly attempt: ManifestAttempt;
  /** What the workspace is called, by which its App is told from others'. */
  readonly workspace: string;
  readonly state: string;
}

/** The page that takes an App's manifest to GitHub. */
export function toManifestPage({ attempt, workspace, state }: Given): FormPage {
  const { host, organisation, data, acting, origin } = attempt;
  const manifest = toManifest({
    ...(acting === undefined ? toReader(workspace) : toActor(workspace)),
    homepageUrl: origin,
    returnUrls: listReturnAddresses(origin),
    permissions:
      acting === undefined ? toAppPermissions(toAppData(data)) : toActionPermissions(acting.actions),
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

const toReader = (workspace: string) => ({
  name: toAppName(workspace),
  description: 'Reads pull requests, their files, members and teams for Throughline. It never writes.',
});

const toActor = (workspace: string) => ({
  name: toAppName(workspace, ' acts'),
  description:
    'Acts at GitHub for Throughline: what its permissions say, and nothing else. It reads for another app.',
});

/** Apps of a host have different names. */
const toAppName = (workspace: string, verb = ''): string => {
  const own = workspace === '' || workspace === 'Throughline' ? '' : ` ${workspace}`;
  // GitHub cuts a name that is too long: what it is for must stay.
  return `Throughline${verb}${own}`;
};

/** This machine has two names, and whoever comes back by the other one has come back all the same. */
function listReturnAddresses(origin: string): readonly [string, ...string[]] {
  const { hostname } = new URL(origin);
  const twin = { '127.0.0.1': 'localhost', localhost: '127.0.0.1' }[hostname];
  const first = toReturnAddress(origin);
  return twin === undefined ? [first] : [first, toReturnAddress(origin.replace(hostname, twin))];
}
