import { findAddress, search } from '@throughline/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { startTestApi } from '../../http/testing/index.ts';

const api = await startTestApi();
const { database } = api;
const administrator = await api.signIn('administrator');
const manager = await api.signIn('manager');
const member = await api.signIn('member');
const { hostId, organisationId } = await seedOrganisation(database);

const seedRepository = async (githubId: number, name: string): Promise<number> => {
  const [row] = await database.query<{ repository_id: number }>(
    `insert into repository (
       host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
       source_version, observed_at)
     values ($1::bigint, $2::bigint, $3::bigint, $4::text, 'acme', $4::text, 'private', false, false, app_now(), app_now())
     returning repository_id`,
    [hostId, organisationId, githubId, name],
  );
  return row!.repository_id;
};

const seedPull = (repositoryId: number, number: number, title: string) =>
  database.query(
    `insert into pull_request (
       repository_id, number, github_id, node_id, title, body_length, state, is_draft, created_at, base_ref, head_ref,
       is_cross_repository, source_version, observed_at)
     values (
       $1::bigint, $2::integer, $2::bigint, 'PR', $3::text, 0, 'open', false,
       app_now() - make_interval(days => $2::integer), 'main', 'topic', false, app_now(), app_now())`,
    [repositoryId, number, title],
  );

const seedPerson = async (name: string, login: string, userId?: number): Promise<void> => {
  await database.query(
    `with given as (
       insert into account (host_id, github_id, login, kind, observed_at)
       values ($1::bigint, (select coalesce(max(github_id), 0) + 1 from account), $2::text, 'User', app_now())
       returning account_id),
     made as (
       insert into person (slug, name, user_id)
       values ($2::text || '-page', $3::text, $4::bigint)
       returning person_id)
     insert into account_link (account_id, person_id, evidence)
     select given.account_id, made.person_id, '[]'::jsonb
     from given
     cross join made`,
    [hostId, login, name, userId],
  );
};

beforeAll(async () => {
  const api1 = await seedRepository(1, 'api');
  const secret = await seedRepository(2, 'secret-plans');
  await seedPull(api1, 12, 'Retry failed payouts with back-off');
  await seedPull(api1, 3, '100%_done payouts');
  await seedPull(secret, 12, 'Retry the secret payouts');
  await database.query(
    `insert into former_repository_name (repository_id, owner_login, name)
     values ($1::bigint, 'acme', 'old-api'), ($2::bigint, 'acme', 'old-secret')`,
    [api1, secret],
  );
  await database.query(
    `insert into repository_grant (user_id, repository_id, granted_by)
     values ($1::bigint, $3::bigint, $2::bigint), ($2::bigint, $3::bigint, $2::bigint)`,
    [member.user.userId, manager.user.userId, api1],
  );
  await seedPerson('Ada Novak', 'ada');
  await seedPerson('Mel Member', 'mel', member.user.userId);
});

type Client = typeof administrator;
const titles = async (client: Client, q: string) =>
  (await client.call(search, { query: { q } })).groups.flatMap(({ hits }) => hits.map(({ title }) => title));
const open = (client: Client, address: string) => client.call(findAddress, { query: { address } });

describe('search', () => {
  test('finds pull requests by words in any order and case, newest first, in what the reader sees', async () => {
    expect(await titles(administrator, 'PAYOUTS')).toEqual([
      '100%_done payouts',
      expect.stringMatching(/^Retry/),
      expect.stringMatching(/^Retry/),
    ]);
    expect(await titles(member, 'payouts retry')).toEqual(['Retry failed payouts with back-off']);
  });

  test('takes signs of patterns for what they are', async () => {
    expect(await titles(administrator, '100%_')).toEqual(['100%_done payouts']);
    expect(await titles(administrator, 'ret%payouts')).toEqual([]);
  });

  test('finds a number, and one within a repository', async () => {
    expect(await titles(administrator, '#12')).toHaveLength(2);
    expect(await titles(administrator, 'secret#12')).toEqual(['Retry the secret payouts']);
    expect(await titles(member, '#12')).toEqual(['Retry failed payouts with back-off']);
    expect(await titles(member, 'secret#12')).toEqual([]);
  });

  test('finds repositories by a part of their name', async () => {
    expect(await titles(administrator, 'acme/')).toEqual(['acme/api', 'acme/secret-plans']);
    expect(await titles(member, 'secret')).toEqual([]);
  });

  test('finds people for who has their list, and oneself', async () => {
    expect(await titles(manager, '@ada')).toEqual(['Ada Novak']);
    expect(await titles(manager, '@NOV ada')).toEqual(['Ada Novak']);
    expect(await titles(member, '@ada')).toEqual([]);
    expect(await titles(member, '@mel')).toEqual(['Mel Member']);
  });

  test('finds people for everyone where everyone may open their pages', async () => {
    await database.query(`update workspace set person_pages = 'everyone'`);

    expect(await titles(member, '@ada')).toEqual(['Ada Novak']);

    await database.query(`update workspace set person_pages = 'leads'`);
  });

  test('says what too short a word leaves out', async () => {
    expect((await member.call(search, { query: { q: 'pa' } })).note).toMatch(/3 letters/);
  });

  test('answers every text that somebody may type', async () => {
    for (const q of [
      "'; drop table person; --",
      '\\',
      '%',
      '_',
      '#0',
      '@%',
      '{}',
      '\u0000',
      '<b>',
      '😀 \u202e',
    ]) {
      expect(await member.call(search, { query: { q } })).toHaveProperty('groups');
    }
  });
});

describe('an address', () => {
  test('opens the page about it', async () => {
    expect(await open(member, 'https://acme.example.com/acme/api/pull/12/files#r1')).toEqual({
      kind: 'found',
      path: '/gh/acme/acme/api/pull/12',
      title: 'acme/api #12',
    });
    expect(await open(member, 'ACME/API')).toMatchObject({ path: '/gh/acme/acme/api' });
    expect(await open(member, 'https://acme.example.com/acme')).toMatchObject({
      path: '/repositories?q=acme%2F',
    });
    expect(await open(member, 'https://acme.example.com/mel')).toMatchObject({ path: '/people/mel-page' });
  });

  test('leads from an old name to the new one', async () => {
    expect(await open(member, 'https://acme.example.com/acme/old-api/pull/12')).toMatchObject({
      path: '/gh/acme/acme/api/pull/12',
    });
  });

  test('says of a part that is not here what is instead', async () => {
    expect(await open(member, 'acme/api/wiki')).toMatchObject({
      kind: 'not-found',
      reason: expect.stringContaining('wiki'),
      instead: { path: '/gh/acme/acme/api' },
    });
    expect(await open(member, 'acme/api/pull/99')).toMatchObject({ instead: { path: '/gh/acme/acme/api' } });
  });

  test('takes a host without a dot for the host it is, and only for who sees something of it', async () => {
    expect(await open(member, 'Acme/acme/nothing/pull/9')).toMatchObject({
      reason: expect.stringMatching(/^There is no acme\/nothing of acme that/),
    });
    expect(await open(member, 'acme/acme/api/pull/99')).toMatchObject({
      instead: { path: '/gh/acme/acme/api' },
    });
    expect(await open(await api.signIn('member'), 'acme/acme/nothing/pull/9')).toMatchObject({
      reason: expect.stringMatching(/^There is no acme\/acme that/),
    });
  });

  test.each([
    ['acme/secret-plans', 'acme/no-such-thing'],
    ['acme/old-secret/pull/12', 'acme/old-nothing/pull/12'],
    ['https://acme.example.com/acme/secret-plans/wiki', 'https://acme.example.com/acme/no-such/wiki'],
    ['https://acme.example.com/ada', 'https://acme.example.com/nobody'],
    ['https://acme.example.com/acme/secret-plans', 'https://other.example.com/acme/secret-plans'],
  ])('%s reads to who may not see it as %s, which does not exist', async (hidden, missing) => {
    const strip = ({ reason, ...rest }: { reason: string }) => ({
      ...rest,
      words: reason.replaceAll(/acme\/[\w-]+|\bada\b|\bnobody\b|\w+\.example\.com/g, '…'),
    });
    const answers = [await open(member, hidden), await open(member, missing)];

    expect(answers[0]).toMatchObject({ kind: 'not-found' });
    expect(strip(answers[0] as { reason: string })).toEqual(strip(answers[1] as { reason: string }));
  });
});
