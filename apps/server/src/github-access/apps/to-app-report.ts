import type { AppReport, OrganisationSeen, ReadData } from '@throughline/contract';
import { type AppRecord, appPermissions } from '@throughline/github';
import { toConnectable } from '../connecting/organisation-obstacle.ts';
import { toAppData } from '../credentials/permissions-held.ts';
import type { Host } from '../hosts/hosts.sql.ts';
import type { JudgedOrganisation } from './judge-installations.ts';
import type { RegisteredApp } from './open-app.client.ts';
import { toInstallUrl } from './to-install-url.ts';

interface Listed {
  readonly host: Host;
  readonly registration: RegisteredApp;
  readonly app: AppRecord;
  readonly data: readonly ReadData[];
  readonly judged: readonly JudgedOrganisation[];
  /** The connections that organisations have already, by GitHub's id. */
  readonly connectedAs: ReadonlyMap<number, string>;
  /** The credential of each installation that can be read with. */
  readonly credentials: ReadonlyMap<number, number>;
  /** How many repositories an installation covers, where it told. */
  readonly repositories: ReadonlyMap<number, number>;
  /** A personal account on which the App is installed too. */
  readonly personal: string | undefined;
}

/** An App's organisations, for the page. */
export function toAppReport(listed: Listed): AppReport {
  const { host, registration, app, data, judged } = listed;
  return {
    way: 'app',
    registrationId: registration.registrationId,
    installUrl: toInstallUrl(app.pageUrl),
    hostId: host.hostId,
    hostName: host.name,
    sentence: toSentence(listed),
    login: app.name,
    accountKind: 'bot',
    accountKindReason:
      'This is an app: it outlives whoever made it, and has an hour’s quota for each organisation.',
    kind: 'app-installation',
    organisations: judged.map((one) => toSeen(listed, one)),
    buckets: [],
    findings: [...toFindings(app, data)],
    notices: [...toNotices(listed)],
  };
}

/** What the App asks for, held against what shall be read. */
function* toFindings(
  { permissions }: AppRecord,
  data: readonly ReadData[],
): Iterable<AppReport['findings'][number]> {
  for (const each of toAppData(data)) {
    const { key, permission, why, consequence } = appPermissions[each];
    yield permissions[key] === undefined
      ? { kind: 'missing', data: why, permission, consequence }
      : { kind: 'ok', data: why, permission };
  }
}

const toSentence = ({ judged, connectedAs }: Listed): string => {
  const free = judged.filter(({ kind, githubId }) => kind === 'free' && !connectedAs.has(githubId)).length;
  const found = `${judged.length} ${judged.length === 1 ? 'organisation' : 'organisations'} of yours found`;
  return free === 0 ? `${found}; none can be connected yet.` : `${found}; ${free} can be connected now.`;
};

function toSeen(
  { credentials, repositories, connectedAs }: Listed,
  one: JudgedOrganisation,
): OrganisationSeen {
  const { login, githubId, role } = one;
  const known = { login, githubId, role };
  const connection = connectedAs.get(githubId);
  if (one.kind === 'obstacle') {
    const { obstacle } = one;
    return { ...known, ...toConnectable({ credentialId: undefined, obstacle, connectedAs: connection }) };
  }
  const { installationId, reach } = one.installation;
  const credentialId = credentials.get(installationId);
  const total = repositories.get(installationId);
  return {
    ...known,
    reach: { kind: reach, ...(total === undefined ? {} : { repositories: total }) },
    ...toConnectable({ credentialId, obstacle: undefined, connectedAs: connection }),
  };
}

function* toNotices({ judged, connectedAs, personal, app }: Listed): Iterable<string> {
  for (const one of judged) {
    if (one.kind !== 'free' || one.withheld === undefined || connectedAs.has(one.githubId)) continue;
    yield one.withheld;
  }
  if (judged.length === 0) {
    yield `GitHub shows no organisation of yours to the app ${app.name}. Sign in at GitHub as a member of the organisation, and retrieve them again.`;
  }
  if (personal !== undefined) {
    yield `It is installed on the personal account ${personal} too, whose repositories are never read.`;
  }
}
