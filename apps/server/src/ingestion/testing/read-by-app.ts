import { readPermissions } from '../../github-access/testing/read-permissions.data.ts';
import type { TestDatabase } from '../../platform/sql/testing/index.ts';
import type { Story } from './start-story.ts';

/** Installs a GitHub App on the story's organisation and has its connection read by it from now on. Returns the installation's id. */
export async function readByApp(database: TestDatabase, story: Story): Promise<number> {
  const { control, origin } = story.emulator;
  const app = control.addApp({
    name: `Throughline ${story.connectionId}`,
    owner: 'acme',
    permissions: readPermissions,
    installations: [{ account: 'acme' }],
  });
  const answer = await fetch(`${origin}/_emulator/apps`);
  // as: the emulator's own list of its apps
  const apps = (await answer.json()) as { id: number; installations: { id: number }[] }[];
  const installationId = apps.find(({ id }) => id === app.id)!.installations[0]!.id;
  const registrationId = await storeApp(database, story, {
    githubAppId: app.id,
    clientId: app.clientId,
    slug: app.slug,
    privateKey: app.privateKeyPem!,
  });
  await database.query(
    `with installed as (
       insert into credential (
         host_id, kind, registration_id, installation_id, permissions, bucket_owner, login, account_kind,
         checked_at, report)
       values (
         $1::bigint, 'app-installation', $2::bigint, $3::bigint, $4::jsonb, $5::text, 'Throughline', 'bot',
         app_now(), $6::jsonb)
       returning credential_id)
     update connection_credential
     set credential_id = installed.credential_id
     from installed
     where connection_credential.connection_id = $7::bigint`,
    [
      story.hostId,
      registrationId,
      installationId,
      JSON.stringify(readPermissions),
      `installation:${installationId}`,
      JSON.stringify({ organisations: [{ githubId: 1, login: 'acme', role: 'owner' }] }),
      story.connectionId,
    ],
  );
  return installationId;
}

interface AppSecrets {
  readonly githubAppId: number;
  readonly clientId: string;
  readonly slug: string;
  readonly privateKey: string;
}

async function storeApp(database: TestDatabase, story: Story, app: AppSecrets): Promise<number> {
  const [row] = await database.query<{ registration_id: number }>(
    `insert into app_registration (
       host_id, kind, client_id, client_secret_sealed, github_app_id, slug, private_key_sealed, name,
       permissions, made_how)
     values (
       $1::bigint, 'github-app', $2::text, '', $3::bigint, $4::text, '', 'Throughline', $5::jsonb, 'by-hand')
     returning registration_id`,
    [story.hostId, app.clientId, app.githubAppId, app.slug, JSON.stringify(readPermissions)],
  );
  const registrationId = row!.registration_id;
  const seal = (text: string, column: string): string =>
    story.deps.secretBox.seal(text, { table: 'app_registration', column, row: String(registrationId) });
  await database.query(
    `update app_registration
     set client_secret_sealed = $2::text,
         private_key_sealed = $3::text
     where registration_id = $1::bigint`,
    [registrationId, seal('secret', 'client_secret_sealed'), seal(app.privateKey, 'private_key_sealed')],
  );
  return registrationId;
}
