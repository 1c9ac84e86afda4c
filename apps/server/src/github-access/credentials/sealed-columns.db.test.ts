import { expect, test } from 'vitest';
import { openRotatingBox } from '../../platform/secrets/testing/rotate-in-test.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { insertCredential, loadSecret } from './credentials.sql.ts';
import { loadRegistrationSecrets, storeRegistration } from './registrations.sql.ts';
import { githubAccessSealedColumns } from './sealed-columns.data.ts';

const database = await testDatabase();

test('credentials and the secrets of apps open where they stand after a rotation of the keys', async () => {
  const { box, rotate } = await openRotatingBox(database, githubAccessSealedColumns);
  const oldKeyId = box.currentKeyId;
  const [host] = await database.query<{ host_id: number }>(
    `insert into host (kind, base_url, name)
     values ('github.com', 'https://github.com', 'github.com')
     returning host_id`,
  );
  const hostId = host?.host_id ?? 0;
  const secrets = { clientSecret: 'client', privateKey: 'private', webhookSecret: 'webhook' };
  const registrationId = await storeRegistration(database, box, {
    hostId,
    kind: 'github-app',
    clientId: 'Iv1',
    name: 'App',
    app: { githubAppId: 1, slug: 'app', permissions: {} },
    ownerLogin: undefined,
    madeHow: 'by-hand',
    createdBy: undefined,
    secrets,
  });
  const credentialId = await insertCredential(database, box, {
    hostId,
    kind: 'classic-token',
    bucketOwner: 'ada',
    login: 'ada',
    organisations: [],
    secret: 'ghp_x',
    accountKind: 'person',
    scopes: [],
    endsAt: undefined,
    createdBy: undefined,
  });

  await rotate();

  await expect.poll(() => box.keyIds).not.toContain(oldKeyId);
  expect(await loadRegistrationSecrets(database, box, registrationId)).toEqual(secrets);
  expect(await loadSecret(database, box, credentialId)).toBe('ghp_x');
});
