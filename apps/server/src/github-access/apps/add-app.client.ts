import type { AppField, addGithubApp, GithubApp, RouteInput } from '@throughline/contract';
import type { Viewer } from '../../access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { toNewHost } from '../hosts/to-new-host.ts';
import { checkApp, type GivenApp } from './check-app.client.ts';
import { keepApp } from './keep-app.sql.ts';

/** What must be there, and how it is asked for. */
const needed: Readonly<Partial<Record<AppField, string>>> = {
  privateKey: 'Paste the private key.',
  clientId: 'Enter the client ID.',
  clientSecret: 'Enter a client secret of the app.',
};

/**
 * Registers an App that is there already. Throws `input-invalid` with a sentence a field, and keeps nothing, until GitHub
 * has accepted all of it.
 */
export async function addApp(
  deps: AccessDependencies,
  { host: hostGiven, app: given }: RouteInput<typeof addGithubApp>['body'],
  viewer: Pick<Viewer, 'userId'>,
): Promise<GithubApp> {
  const host = toNewHost(hostGiven, deps.loopbackOrigins);
  const empty = listEmpty(given);
  const { fields, app, privateKey } = await checkApp(deps, host, given);
  const refused = fields.filter(({ isFine }) => !isFine).map(({ field, text }) => [field, text] as const);
  if (refused.length > 0 || empty.length > 0) throw toRefusal([...empty, ...refused]);
  if (app === undefined || privateKey === undefined)
    throw toRefusal([['privateKey', needed.privateKey ?? '']]);
  const { clientId, clientSecret, webhookSecret } = given;
  const secrets = {
    clientSecret,
    privateKey,
    webhookSecret: webhookSecret === '' ? undefined : webhookSecret,
  };
  return keepApp(deps, {
    host,
    converted: { app, clientId, secrets },
    madeHow: 'by-hand',
    userId: viewer.userId,
  });
}

const listEmpty = (given: GivenApp): readonly (readonly [string, string])[] =>
  Object.entries(needed).filter(([field]) => given[field as keyof GivenApp] === ''); // as: keys of the table above

const toRefusal = (fields: readonly (readonly [string, string])[]): AppError =>
  new AppError('input-invalid', fields[0]?.[1] ?? 'Something of the app is missing.', {
    fields: Object.fromEntries(fields),
  });
