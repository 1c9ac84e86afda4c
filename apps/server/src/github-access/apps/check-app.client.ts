import type { AppField, checkGithubApp, FieldFinding, ReadData, RouteInput } from '@throughline/contract';
import {
  type AppRecord,
  appPermissions,
  checkClient,
  createAppClient,
  GitHubFailure,
  type HostDoor,
  listWithheld,
  parsePrivateKey,
  privateKeyProblems,
  readApp,
} from '@throughline/github';
import { toAppData } from '../credentials/permissions-held.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import type { NewHost } from '../hosts/hosts.sql.ts';
import { withMasked } from '../with-masked.ts';

export type GivenApp = RouteInput<typeof checkGithubApp>['body']['app'];

export interface CheckedApp {
  readonly fields: readonly FieldFinding[];
  /** Once id and key belong together. */
  readonly app: AppRecord | undefined;
  /** As PKCS#8, once it is a key. */
  readonly privateKey: string | undefined;
}

/** What GitHub says of an App that somebody enters, as far as it is entered. Nothing is kept. */
export async function checkApp(
  deps: Pick<AccessDependencies, 'clients' | 'secretMask'>,
  host: NewHost,
  given: GivenApp,
): Promise<CheckedApp> {
  return withMasked(deps, [given.privateKey, given.clientSecret, given.webhookSecret], async () => {
    const door = await deps.clients.openDoor(host);
    const { fields, ...known } = await checkKey(door, given);
    return { ...known, fields: [...fields, ...(await checkSecret(door, given))] };
  });
}

/** What an App does not ask for of what reading takes, and what that costs. */
export const listMissing = (app: Pick<AppRecord, 'permissions'>, data: readonly ReadData[]) =>
  listWithheld(toAppData(data), app.permissions).map((each) => {
    const { permission, why, consequence } = appPermissions[each];
    return { permission, why, consequence };
  });

const fine = (field: AppField, text: string): FieldFinding => ({ field, isFine: true, text });
const wrong = (field: AppField, text: string): FieldFinding => ({ field, isFine: false, text });

async function checkKey(door: HostDoor, given: GivenApp): Promise<CheckedApp> {
  const ids = [...checkId(given)];
  if (given.privateKey === '') return { fields: ids, app: undefined, privateKey: undefined };
  const reading = parsePrivateKey(given.privateKey);
  if (reading.kind === 'refused') {
    const text = privateKeyProblems[reading.problem];
    return { fields: [...ids, wrong('privateKey', text)], app: undefined, privateKey: undefined };
  }
  const privateKey = reading.pem;
  const issuer = /^\d+$/.test(given.githubAppId) ? given.githubAppId : given.clientId;
  if (issuer === '') {
    return { fields: [...ids, fine('privateKey', 'This is a private key.')], app: undefined, privateKey };
  }
  return { ...(await askApp(door, { issuer, privateKey }, given)), privateKey };
}

/** Two numbers stand on the app's page, and people take one for the other. */
function* checkId({ githubAppId, clientId }: GivenApp): Iterable<FieldFinding> {
  if (githubAppId !== '' && !/^\d{1,15}$/.test(githubAppId)) {
    yield wrong(
      'githubAppId',
      'An App ID is a number. It stands at the top of the app’s settings on GitHub.',
    );
  }
  if (/^\d+$/.test(clientId)) {
    yield wrong(
      'clientId',
      'This looks like the App ID. A client ID begins with “Iv” and stands beneath it.',
    );
  }
}

async function askApp(
  door: HostDoor,
  key: { readonly issuer: string; readonly privateKey: string },
  given: GivenApp,
): Promise<Omit<CheckedApp, 'privateKey'>> {
  const idField: AppField = given.githubAppId === key.issuer ? 'githubAppId' : 'clientId';
  try {
    const app = await readApp(createAppClient(door, key));
    return { fields: [...compare(app, given)], app };
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    if (error.kind === 'not-signed-in') {
      const text = `GitHub does not accept this key for the app ${key.issuer}: it is another app’s, or was deleted there. Make a new private key in this app’s settings on GitHub and paste it.`;
      return { fields: [wrong('privateKey', text)], app: undefined };
    }
    if (error.kind === 'gone') {
      const text = `${new URL(door.urls.webUrl).host} knows no app ${key.issuer}. Copy the number from the app’s settings there.`;
      return { fields: [wrong(idField, text)], app: undefined };
    }
    return asking(() => Promise.reject(error));
  }
}

function* compare(app: AppRecord, { githubAppId, clientId }: GivenApp): Iterable<FieldFinding> {
  const owner = app.ownerLogin === undefined ? '' : `, of ${app.ownerLogin}`;
  yield fine('privateKey', `It is the key of ${app.name}${owner}.`);
  if (githubAppId !== '' && githubAppId !== String(app.githubAppId)) {
    yield wrong('githubAppId', `This key’s app is ${app.name}, whose App ID is ${app.githubAppId}.`);
  } else if (githubAppId !== '') {
    yield fine('githubAppId', `It is ${app.name}${owner}.`);
  }
  if (clientId === '') return;
  if (app.clientId !== undefined && app.clientId !== clientId) {
    yield wrong('clientId', `This is another app’s. The client ID of ${app.name} is ${app.clientId}.`);
  } else {
    yield fine('clientId', `It belongs to ${app.name}.`);
  }
}

async function checkSecret(
  door: HostDoor,
  { clientId, clientSecret }: GivenApp,
): Promise<readonly FieldFinding[]> {
  if (clientId === '' || clientSecret === '' || /^\d+$/.test(clientId)) return [];
  const verdict = await asking(() => checkClient({ ...door, clientId, clientSecret }));
  return verdict === 'good'
    ? [fine('clientSecret', 'GitHub accepts it.')]
    : [
        wrong(
          'clientSecret',
          'GitHub does not accept this secret for this client ID: it was copied in part, or deleted. Make a new one in the app’s settings on GitHub.',
        ),
      ];
}
