import {
  addOauthApp,
  beginOauth,
  createConnection,
  finishOauth,
  listOauthApps,
  lookAgain,
  type TokenReport,
  testToken,
} from '@throughline/contract';
import { startEmulator } from '@throughline/github-emulator';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../http/testing/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { craftPrivate } from '../testing/craft-private.ts';
import { startAccessApi } from '../testing/start-access-api.ts';
import { visitGitHub } from '../testing/visit-github.ts';

const database = await testDatabase();
const app = {
  name: 'Throughline',
  clientId: 'Ov23liTestTestTestTe',
  clientSecret: 'f'.repeat(40),
  callbackUrls: ['http://127.0.0.1/github/return'],
};
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [craftPrivate('acme/api'), craftPrivate('labs/lab')],
  policies: [{ organisation: 'labs', restrictsOauthApps: true }],
  oauthApps: [app],
  tokens: [],
});
const { api, administrator } = await startAccessApi(database, [emulator]);

const host = { address: emulator.origin };
const { clientId, clientSecret } = app;
const register = (more: object = {}) =>
  administrator.call(addOauthApp, { body: { host, clientId, clientSecret, ...more } });

const signIn = async (login: string, given: object = {}): Promise<TokenReport> => {
  const { registrationId } = await register();
  const { url } = await administrator.call(beginOauth, { params: { registrationId }, body: given });
  const back = await (await visitGitHub(emulator.origin, login)).authorise(url);
  return administrator.call(finishOauth, {
    body: { state: back.get('state') ?? '', code: back.get('code') ?? '' },
  });
};

const obstacleOf = (report: TokenReport, login: string) =>
  report.organisations.find((one) => one.login === login)?.obstacle;

describe('an OAuth app of one’s own', () => {
  it('is kept, its secret sealed, once its host knows both', async () => {
    const kept = await register();

    const { apps, place } = await administrator.call(listOauthApps, { query: { address: emulator.origin } });
    expect(apps).toEqual([kept]);
    expect(place).toEqual({
      newAppUrl: `${emulator.origin}/settings/applications/new`,
      homepageUrl: api.origin,
      callbackUrl: `${api.origin}/github/return`,
    });
    const [row] = await database.query<{ whole: string }>(
      'select app_registration::text as whole from app_registration',
    );
    expect(row?.whole).not.toContain(clientSecret);
    expect(JSON.stringify(kept)).not.toContain(clientSecret);
  });

  it.each([
    ['a wrong secret', { clientSecret: 'a'.repeat(40) }, 'github-sign-in-refused'],
    ['an id of no app', { clientId: 'Ov23liNobodyNobodyNo' }, 'github-sign-in-refused'],
    ['half a secret', { clientSecret: 'abc' }, 'input-invalid'],
    ['half an id', { clientId: 'Ov' }, 'input-invalid'],
  ])('with %s is not kept', async (_, given, code) => {
    const count = async () =>
      (await database.query('select from app_registration')).length +
      (await database.query("select from audit_entry where action = 'oauth-app.registered'")).length;
    const before = await count();

    expect(await codeOf(register(given))).toBe(code);

    expect(await count()).toBe(before);
  });
});

describe('signing in by it', () => {
  it('asks for the least, with PKCE', async () => {
    const { registrationId } = await register();
    const begin = async (body: object) => {
      const { url } = await administrator.call(beginOauth, { params: { registrationId }, body });
      return new URL(url).searchParams;
    };

    const asked = await begin({});

    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: clientId,
      scope: 'read:org repo',
      code_challenge_method: 'S256',
      redirect_uri: `${api.origin}/github/return`,
    });
    expect((await begin({ readsPrivate: false })).get('scope')).toBe('read:org');
  });

  it('shows what it sees, keeps the token sealed, and connects', async () => {
    const report = await signIn('robin');

    expect(report).toMatchObject({
      way: 'oauth',
      kind: 'oauth-token',
      login: 'robin',
      sentence: 'Successfully connected via robin.',
      organisations: [{ login: 'acme', role: 'member', credentialId: report.credentialId }],
    });
    const [row] = await database.query<{ whole: string; kind: string }>(
      'select credential::text as whole, kind from credential where credential_id = $1::bigint',
      [report.credentialId],
    );
    expect(row?.kind).toBe('oauth-token');
    expect(row?.whole).not.toMatch(/gho_/);
    const connection = await administrator.call(createConnection, {
      body: {
        credentialId: report.credentialId,
        organisation: 'acme',
        name: 'acme',
        repositoryChoice: 'all',
      },
    });
    expect(connection).toMatchObject({ organisation: 'acme', credential: { kind: 'oauth-token' } });
    expect(obstacleOf(await signIn('robin'), 'acme')).toMatchObject({ kind: 'connected' });
  });

  it.each([
    ['member asks for it', 'robin', 'approval-request', 'or it was denied'],
    ['owner grants it', 'kim', 'approval-grant', 'You are an owner'],
  ])(
    'a restricted organisation stays hidden until it is named; a %s on GitHub',
    async (_, login, kind, words) => {
      emulator.control.setOauthApproval('labs', clientId, 'none');
      const { credentialId, organisations } = await signIn(login);
      const look = (): Promise<TokenReport> =>
        administrator.call(lookAgain, { params: { credentialId }, body: { organisations: ['labs'] } });

      expect(organisations.map((one) => one.login)).toEqual(['acme']);
      expect(obstacleOf(await look(), 'labs')).toMatchObject({
        kind,
        text: expect.stringContaining(words),
        link: `${emulator.origin}/settings/connections/applications/${clientId}`,
      });
      emulator.control.setOauthApproval('labs', clientId, 'granted');
      expect((await look()).organisations.find((one) => one.login === 'labs')).toMatchObject({
        credentialId,
        sees: { private: 1 },
      });
    },
  );
});

describe('a token that GitHub keeps out', () => {
  const keep = (token: object) =>
    emulator.control.addToken({
      kind: 'fine-grained',
      login: 'robin',
      resourceOwner: 'labs',
      ...token,
    }).value;

  it('waits for its owner, and connects once it is approved and looked at again', async () => {
    const value = keep({ approval: 'pending' });
    const { credentialId } = await administrator.call(testToken, { body: { host, token: value } });
    const look = () =>
      administrator.call(lookAgain, { params: { credentialId }, body: { organisations: ['labs'] } });

    expect(obstacleOf(await look(), 'labs')).toMatchObject({
      kind: 'token-waits',
      link: `${emulator.origin}/organizations/labs/settings/personal-access-token-requests`,
    });
    emulator.control.changeToken({ value, approval: 'approved' });

    expect((await look()).organisations[0]).toMatchObject({ login: 'labs', credentialId });
  });

  it('is told what nobody shows it of an organisation that is not there', async () => {
    const { credentialId } = await administrator.call(testToken, { body: { host, token: keep({}) } });

    const { notices } = await administrator.call(lookAgain, {
      params: { credentialId },
      body: { organisations: ['nowhere-at-all'] },
    });

    expect(notices).toContainEqual(expect.stringContaining('no organisation called nowhere-at-all'));
  });
});
