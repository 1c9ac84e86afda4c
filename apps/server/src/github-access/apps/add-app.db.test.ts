import { generateKeyPairSync } from 'node:crypto';
import { addGithubApp, checkGithubApp } from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { startAccessApi } from '../testing/start-access-api.ts';

const database = await testDatabase();
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [craftRepository({ fullName: 'acme/api', members: ['kim'], admins: ['kim'], pulls: 1 })],
  tokens: [],
});
const { api, administrator } = await startAccessApi(database, [emulator]);
const host = { address: emulator.origin };

describe('an App entered by hand', () => {
  const pem = (kind: 'pkcs1' | 'pkcs8') =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: kind, format: 'pem' });
  const entered = emulator.control.addApp({
    name: 'By hand',
    owner: 'acme',
    permissions: { metadata: 'read', pull_requests: 'read', contents: 'read' },
    callbackUrls: [`${api.origin}/github/return`],
  });
  const app = {
    githubAppId: String(entered.id),
    clientId: entered.clientId,
    clientSecret: entered.clientSecret,
    privateKey: entered.privateKeyPem!.replaceAll('\n', '\r\n'),
  };
  const check = (given: object) => administrator.call(checkGithubApp, { body: { host, app: { ...given } } });
  const wrongOf = async (given: object) =>
    (await check(given)).fields.filter(({ isFine }) => !isFine).map(({ field, text }) => `${field}: ${text}`);

  it('is checked field by field, and says what it does not ask for', async () => {
    const { fields, name, missing } = await check(app);

    expect(fields.every(({ isFine }) => isFine)).toBe(true);
    expect(fields.map(({ field }) => field).toSorted()).toEqual(
      ['clientId', 'clientSecret', 'githubAppId', 'privateKey'].toSorted(),
    );
    expect([name, missing.map(({ permission }) => permission)]).toEqual([
      'By hand',
      ['Issues: read', 'Members: read'],
    ]);
  });

  it.each([
    ['a key of another app', { privateKey: pem('pkcs1') }, 'privateKey: GitHub does not accept this key'],
    ['a number of no app', { githubAppId: '1' }, 'githubAppId: '],
    [
      'a client ID in place of the number',
      { githubAppId: 'Iv23liabc' },
      'githubAppId: This key’s app is By hand',
    ],
    ['another client ID', { clientId: 'Iv23liOther' }, 'clientId: This is another app’s'],
    [
      'a wrong client secret',
      { clientSecret: 'a'.repeat(40) },
      'clientSecret: GitHub does not accept this secret',
    ],
    ['a key cut off', { privateKey: app.privateKey.slice(0, 700) }, 'privateKey: This key is cut off'],
  ])('with %s says so at that field, and is not kept', async (_, wrong, sentence) => {
    const given = { ...app, ...wrong };

    const said = await wrongOf(given);
    const refused = await failureOf(administrator.call(addGithubApp, { body: { host, app: given } }));

    expect(said.some((text) => text.startsWith(sentence))).toBe(true);
    expect(refused).toMatchObject({ code: 'input-invalid' });
    expect(Object.keys(refused.fields ?? {})).toContain(sentence.split(':')[0]);
  });

  it('is kept whole, and takes new secrets over when it is entered again', async () => {
    const first = await administrator.call(addGithubApp, { body: { host, app } });
    const second = await administrator.call(addGithubApp, { body: { host, app } });

    expect(first).toMatchObject({ name: 'By hand', madeHow: 'by-hand' });
    expect(second.registrationId).toBe(first.registrationId);
  });
});
