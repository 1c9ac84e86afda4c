import type { GithubApp } from '@throughline/contract';
import type { ConvertedApp } from '@throughline/github';
import { recordAudit } from '../../access/index.ts';
import { type AppPurpose, storeRegistration } from '../credentials/registrations.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { type NewHost, upsertHost } from '../hosts/hosts.sql.ts';
import { saveAppFacts } from './registered-apps.sql.ts';
import { toInstallUrl } from './to-install-url.ts';

interface Kept {
  readonly host: NewHost;
  readonly converted: ConvertedApp;
  readonly madeHow: 'manifest' | 'by-hand';
  /** Default: to read by. */
  readonly purpose?: AppPurpose;
  readonly userId: number;
}

/** Stores an App with its host and its secrets, which from here on are ciphertext. */
export function keepApp(
  deps: Pick<AccessDependencies, 'database' | 'secretBox'>,
  { host, converted: { app, clientId, secrets }, madeHow, purpose = 'read', userId }: Kept,
): Promise<GithubApp> {
  const { githubAppId, slug, name, permissions, ownerLogin, pageUrl } = app;
  return deps.database.transaction(async (tx) => {
    const { hostId, name: hostName } = await upsertHost(tx, host);
    const registrationId = await storeRegistration(tx, deps.secretBox, {
      hostId,
      kind: 'github-app',
      clientId,
      name,
      app: { githubAppId, slug, permissions },
      ownerLogin,
      madeHow,
      purpose,
      secrets,
      createdBy: userId,
    });
    await saveAppFacts(tx, registrationId, app);
    await recordAudit(tx, {
      actorUserId: userId,
      action: 'github-app.registered',
      subject: `app-registration:${registrationId}`,
      detail: { host: hostName, name, purpose, permissions },
    });
    return {
      registrationId,
      name,
      githubAppId,
      clientId,
      madeHow,
      installUrl: toInstallUrl(pageUrl),
      ...(ownerLogin === undefined ? {} : { ownerLogin }),
    };
  });
}
