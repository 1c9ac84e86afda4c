import { type Action, askForActions, getConnectionActions, listConnections } from '@throughline/contract';
import type { TokenSpec } from '@throughline/github-emulator';
import type { DoctorWorld } from './start-doctor-world.ts';
import type { ForeignHosts } from './start-foreign-hosts.ts';

/** Where it happens. */
export interface Place {
  readonly organisation: string;
  readonly login: string;
  readonly token: string;
  /** Of the app, where one is installed. */
  readonly app: { readonly id: number; readonly installationId: number };
}

export interface Situation {
  readonly what: string;
  readonly kind: 'classic' | 'fine-grained' | 'oauth' | 'app';
  readonly token?: Partial<TokenSpec>;
  /** What is done with the connection while all is well. */
  readonly isPreparedBy?: (world: DoctorWorld, at: Place) => Promise<unknown>;
  /** What goes wrong after the organisation was connected. */
  readonly happens: (world: DoctorWorld, at: Place) => unknown;
  readonly check: string;
  readonly verdict: 'attention' | 'broken';
  readonly says: RegExp;
  readonly repair: RegExp;
  readonly link?: RegExp;
}

/** Asks for actions by the App that the organisation is read by, and has that App ask its owner for these permissions. */
async function askToAct(
  { administrator, emulator }: DoctorWorld,
  { organisation, app }: Place,
  { actions, permissions }: { readonly actions: Action[]; readonly permissions: object },
): Promise<void> {
  const { connections } = await administrator.call(listConnections);
  const { connectionId } = connections.find(({ name }) => name === organisation)!;
  const params = { connectionId };
  const { reads } = await administrator.call(getConnectionActions, { params });
  const { permissions: before } = emulator.control.apps().find(({ id }) => id === app.id)!;
  emulator.control.editApp({
    kind: 'permissions',
    appId: app.id,
    permissions: { ...before, ...permissions },
  });
  await administrator.call(askForActions, {
    params,
    body: { registrationId: reads!.registrationId, actions },
  });
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** The troubles of RELIABILITY F16 and of the issue, as they come about while an organisation is connected. */
export const situations: readonly Situation[] = [
  {
    what: 'the token is revoked',
    kind: 'classic',
    happens: ({ emulator }, { token }) => emulator.control.changeToken({ value: token, isRevoked: true }),
    check: 'credential-accepted',
    verdict: 'broken',
    says: /expired or revoked/,
    repair: /Make a new one on GitHub/,
    link: /^\/settings\/github\/org/,
  },
  {
    what: 'the token has expired',
    kind: 'classic',
    token: { expiresAt: inDays(1) },
    happens: async ({ emulator, database }, { token, login }) => {
      emulator.control.changeToken({ value: token, expiresAt: inDays(-1) });
      await database.query(
        `update credential set ends_at = app_now() - interval '1 day' where login = $1::text`,
        [login],
      );
    },
    check: 'credential-ends',
    verdict: 'broken',
    says: /It ended on/,
    repair: /put it in its place/,
  },
  {
    what: 'the token ends within the week',
    kind: 'classic',
    token: { expiresAt: inDays(5) },
    happens: () => undefined,
    check: 'credential-ends',
    verdict: 'attention',
    says: /in 4 days, within the week/,
    repair: /put it in its place/,
  },
  {
    what: 'a scope is taken from the token',
    kind: 'classic',
    happens: ({ emulator }, { token }) => emulator.control.changeToken({ value: token, scopes: ['repo'] }),
    check: 'permission-members',
    verdict: 'attention',
    says: /Wanted: read:org\. It is not held/,
    repair: /Add read:org on GitHub/,
  },
  {
    what: 'a permission is taken from the token',
    kind: 'fine-grained',
    happens: ({ emulator }, { token }) =>
      emulator.control.changeToken({
        value: token,
        permissions: { metadata: 'read', contents: 'read', members: 'read', issues: 'read' },
      }),
    check: 'permission-pull-requests',
    verdict: 'broken',
    says: /Pull requests: read\. It is not held/,
    repair: /Add Pull requests: read on GitHub/,
  },
  {
    what: 'single sign-on lapses',
    kind: 'classic',
    happens: ({ emulator }, { organisation }) =>
      emulator.control.setPolicy({ organisation, hasSingleSignOn: true }),
    check: 'single-sign-on',
    verdict: 'broken',
    says: /not authorised for its single sign-on/,
    repair: /Authorise it on GitHub/,
    link: /\/orgs\/org.*\/sso/,
  },
  {
    what: 'the organisation forbids classic tokens',
    kind: 'classic',
    happens: ({ emulator }, { organisation }) =>
      emulator.control.setPolicy({ organisation, allowsClassicTokens: false }),
    check: 'organisation-policy',
    verdict: 'broken',
    says: /forbids classic tokens/,
    repair: /Use a fine-grained token/,
  },
  {
    what: 'the organisation forbids fine-grained tokens',
    kind: 'fine-grained',
    happens: ({ emulator }, { organisation }) =>
      emulator.control.setPolicy({ organisation, allowsFineGrainedTokens: false }),
    check: 'organisation-policy',
    verdict: 'broken',
    says: /forbids fine-grained tokens/,
    repair: /Use a classic token/,
  },
  {
    what: 'a fine-grained token waits for an owner',
    kind: 'fine-grained',
    happens: ({ emulator }, { token }) => emulator.control.changeToken({ value: token, approval: 'pending' }),
    check: 'token-approval',
    verdict: 'broken',
    says: /shows this token nothing/,
    repair: /waits for an owner/,
    link: /personal-access-token-requests/,
  },
  {
    what: 'the organisation takes its approval from the OAuth app',
    kind: 'oauth',
    happens: ({ emulator }, { organisation }) =>
      emulator.control.setPolicy({ organisation, restrictsOauthApps: true }),
    check: 'organisation-policy',
    verdict: 'broken',
    says: /has not approved the OAuth app/,
    repair: /An owner of org\d+ grants it/,
    link: /settings\/oauth_application_policy/,
  },
  {
    what: 'the app is uninstalled',
    kind: 'app',
    happens: ({ emulator }, { app: { installationId } }) =>
      emulator.control.editApp({ kind: 'uninstalled', installationId }),
    check: 'app-installation',
    verdict: 'broken',
    says: /installed: not on org\d+/,
    repair: /installs it again/,
    link: /\/installations\/new$/,
  },
  {
    what: 'the app is suspended',
    kind: 'app',
    happens: ({ emulator }, { app: { installationId } }) =>
      emulator.control.editApp({ kind: 'suspended', installationId }),
    check: 'app-installation',
    verdict: 'broken',
    says: /was suspended on \d{4}-/,
    repair: /ends that in its settings/,
  },
  {
    what: 'the app asks for permissions that no owner has accepted',
    kind: 'app',
    happens: ({ emulator }, { app: { id } }) =>
      emulator.control.editApp({
        kind: 'permissions',
        appId: id,
        permissions: {
          metadata: 'read',
          pull_requests: 'read',
          contents: 'read',
          members: 'read',
          issues: 'read',
        },
      }),
    check: 'app-permissions',
    verdict: 'attention',
    says: /asks for issues: read; no owner/,
    repair: /accepts it on GitHub/,
  },
  {
    what: 'a permission that acting takes waits for an owner',
    kind: 'app',
    isPreparedBy: async (world, at) => {
      await askToAct(world, at, { actions: ['collaborators'], permissions: { administration: 'write' } });
      world.emulator.control.editApp({ kind: 'accepted', installationId: at.app.installationId });
    },
    happens: (world, at) =>
      askToAct(world, at, {
        actions: ['collaborators', 'webhooks'],
        permissions: { organization_hooks: 'write', repository_hooks: 'write' },
      }),
    check: 'acting-granted',
    verdict: 'attention',
    says: /Webhooks of the organisation: write.*no owner of org\d+ has accepted/,
    repair: /accepts it on GitHub/,
    link: /\/permissions\/update$/,
  },
  {
    what: 'the app is deleted, and its key with it',
    kind: 'app',
    happens: ({ emulator }, { app: { id } }) => emulator.control.editApp({ kind: 'deleted', appId: id }),
    check: 'app-key',
    verdict: 'broken',
    says: /does not accept it/,
    repair: /new private key/,
  },
  {
    what: 'the organisation is renamed',
    kind: 'classic',
    happens: ({ emulator }, { organisation }) =>
      emulator.control.editOrganisation({ kind: 'renamed', organisation, to: `${organisation}-new` }),
    check: 'organisation-place',
    verdict: 'broken',
    says: /is called org\d+-new now/,
    repair: /connect org\d+-new again/,
  },
  {
    what: 'the organisation is deleted',
    kind: 'classic',
    happens: ({ emulator }, { organisation }) =>
      emulator.control.editOrganisation({ kind: 'deleted', organisation }),
    check: 'organisation-place',
    verdict: 'broken',
    says: /no such organisation/,
    repair: /See on GitHub/,
  },
  {
    what: 'the token’s owner leaves the organisation',
    kind: 'classic',
    happens: ({ emulator }, { organisation, login }) =>
      emulator.control.editOrganisation({ kind: 'left', organisation, login }),
    check: 'membership',
    verdict: 'broken',
    says: /is a member of org\d+: no/,
    repair: /invited again/,
  },
  {
    what: 'a rival uses the quota',
    kind: 'classic',
    happens: ({ emulator }, { token }) => {
      emulator.control.set({ hasLimits: true });
      emulator.control.setUsed(token, 'core', 3_000);
    },
    check: 'quota-rivals',
    verdict: 'attention',
    says: /REST: \d+ used by Throughline, 29\d\d by others/,
    repair: /credential of its own/,
  },
  {
    what: 'the quota is nearly used',
    kind: 'classic',
    happens: ({ emulator }, { token }) => {
      emulator.control.set({ hasLimits: true });
      emulator.control.setUsed(token, 'core', 4_800);
    },
    check: 'quota',
    verdict: 'attention',
    says: /REST: 1\d\d of 5000 left/,
    repair: /Nothing for you to do/,
  },
  {
    what: 'the connection is paused',
    kind: 'classic',
    happens: ({ database }, { organisation }) =>
      database.query('update connection set paused_at = app_now() where name = $1::text', [organisation]),
    check: 'connection-state',
    verdict: 'attention',
    says: /is paused/,
    repair: /Resume it/,
  },
];

interface HostSituation {
  readonly what: string;
  /** Where the host is from now on. */
  readonly movesTo?: (foreign: ForeignHosts) => string;
  readonly happens?: (world: DoctorWorld) => unknown;
  readonly check: string;
  readonly verdict: 'attention' | 'broken';
  readonly says: RegExp;
  readonly repair: RegExp;
}

/** Troubles of the way to the host, where every connection of it is concerned. */
export const hostSituations: readonly HostSituation[] = [
  {
    what: 'the host’s name is not known any more',
    movesTo: () => 'https://no-such-host.invalid',
    check: 'host-name',
    verdict: 'broken',
    says: /no-such-host\.invalid: .*(?:does not exist|name server)/,
    repair: /name server knows it/,
  },
  {
    what: 'the host lies in a private network that nobody allowed',
    movesTo: () => 'https://10.1.2.3',
    check: 'host-name',
    verdict: 'broken',
    says: /lies in a private network/,
    repair: /Check the host’s name/,
  },
  {
    what: 'the host’s certificate comes from an unknown authority',
    movesTo: ({ selfSigned }) => selfSigned,
    check: 'host-certificate',
    verdict: 'broken',
    says: /certificate is signed by itself/,
    repair: /paste the certificate of its authority/,
  },
  {
    what: 'nothing listens at the host',
    movesTo: ({ silent }) => silent,
    check: 'host-answers',
    verdict: 'broken',
    says: /nothing listens there/,
    repair: /firewall, VPN, proxy/,
  },
  {
    what: 'something else answers in the host’s place',
    movesTo: ({ page }) => page,
    check: 'host-answers',
    verdict: 'broken',
    says: /not as GitHub does/,
    repair: /proxy or a sign-in page/,
  },
  {
    what: 'the clock is 20 minutes off',
    happens: ({ emulator }) => emulator.control.moveClock({ advanceSeconds: 1_200, worldStands: true }),
    check: 'host-clock',
    verdict: 'broken',
    says: /20 minutes behind the host’s/,
    repair: /time server/,
  },
];
