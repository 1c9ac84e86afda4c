import type { OauthClient } from '@throughline/github';
import { AppError } from '../../platform/errors/index.ts';
import type { SecretMask } from '../../platform/logging/index.ts';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import type { ClientPool } from '../client-pool.client.ts';
import { loadRegistrationSecrets, type Registration } from '../credentials/registrations.sql.ts';
import type { Host } from '../hosts/hosts.sql.ts';
import { withMasked } from '../with-masked.ts';

export interface OauthDependencies {
  readonly secretBox: SecretBox;
  readonly secretMask: SecretMask;
  readonly clients: ClientPool;
}

/** Lends what speaks to a host for an app of ours; while it is lent, the log masks the app's secret. */
export async function withOauthClient<Answer>(
  deps: OauthDependencies & { readonly database: Sql },
  { host, registration }: { readonly host: Host; readonly registration: Registration },
  work: (client: OauthClient) => Promise<Answer>,
): Promise<Answer> {
  const secrets = await loadRegistrationSecrets(deps.database, deps.secretBox, registration.registrationId);
  if (secrets === undefined) throw appGone();
  const { clientId } = registration;
  const { clientSecret } = secrets;
  return withMasked(deps, [clientSecret], async () =>
    work({ ...(await deps.clients.openDoor(host)), clientId, clientSecret }),
  );
}

export const appGone = (): AppError =>
  new AppError(
    'not-found',
    'The app for this host is not registered here any more. Ask an administrator, who finds it under Settings, GitHub Integration.',
  );
