import {
  ApiFailure,
  createConnection,
  createPerson,
  getPerson,
  linkAccount,
  listAudit,
  searchAccounts,
  testToken,
  unlinkAccount,
} from '@throughline/contract';
import { craftRepository, startEmulator } from '@throughline/github-emulator';
import { afterAll, describe, expect, it } from 'vitest';
import { listTestRoutes, openAccessDependencies } from '../github-access/testing/access-dependencies.ts';
import { startTestApi } from '../http/testing/index.ts';
import { testDatabase } from '../platform/sql/testing/index.ts';
import { accountLinkRoutes, noteAccountEmails, personRoutes, upsertAccounts } from './index.ts';

const database = await testDatabase();
const emulator = await startEmulator({
  shape: 'enterprise-server',
  sources: [
    craftRepository({
      fullName: 'acme/api',
      members: ['kim', 'robin-github', 'sam'],
      admins: ['kim'],
      accounts: [{ login: 'robin-github', name: 'Robin Example' }],
    }),
  ],
  tokens: [{ kind: 'classic', value: 'ghp_kim', login: 'kim' }],
});
const deps = openAccessDependencies(database, { loopbackOrigins: [emulator.origin] });
const api = await startTestApi({
  database,
  routes: () => [...listTestRoutes(deps), ...personRoutes(deps), ...accountLinkRoutes(deps)],
});
const administrator = await api.signIn('administrator');
const { credentialId, hostId } = await administrator.call(testToken, {
  body: { host: { address: emulator.origin }, token: 'ghp_kim' },
});
await administrator.call(createConnection, {
  body: { credentialId, organisation: 'acme', name: 'acme', repositoryChoice: 'all' },
});

afterAll(async () => {
  await deps.close();
  await emulator.close();
});

const addPerson = (name: string, email?: string) =>
  administrator.call(createPerson, { body: email === undefined ? { name } : { name, email } });

const search = async (slug: string, q?: string) =>
  administrator.call(searchAccounts, { params: { slug }, query: q === undefined ? {} : { q } });

describe('looking for a person’s account', () => {
  it('finds by name at GitHub what was not seen here yet, with the evidence', async () => {
    const { slug } = await addPerson('Robin Example');

    const { matches, unasked } = await search(slug);

    expect(unasked).toEqual([]);
    expect(matches[0]).toMatchObject({
      account: { login: 'robin-github' },
      source: 'github',
      evidence: [{ kind: 'name' }],
    });
  });

  it('finds by an address that GitHub joined to an account here', async () => {
    const ids = await upsertAccounts(database, hostId, [
      { githubId: 4711, login: 'zz', kind: 'User', observedAt: new Date() },
    ]);
    await noteAccountEmails(database, [
      { accountId: ids.get(4711)!, email: 'pat@example.com', seenAt: new Date() },
    ]);
    const { slug } = await addPerson('Pat', 'pat@example.com');

    const { matches } = await search(slug);

    expect(matches[0]).toMatchObject({
      account: { login: 'zz' },
      source: 'seen',
      evidence: [{ kind: 'email' }],
    });
  });

  it('says that what was typed is the only reason', async () => {
    const { slug } = await addPerson('Somebody Else');

    const { matches } = await search(slug, 'sam');

    expect(matches[0]).toMatchObject({ account: { login: 'sam' }, evidence: [{ kind: 'chosen' }] });
  });

  it('names a host that cannot be asked, and shows what was seen all the same', async () => {
    emulator.control.changeToken({ value: 'ghp_kim', isRevoked: true });
    const { slug } = await addPerson('Zz Person', 'pat@example.com');

    const { matches, unasked } = await search(slug);

    expect(matches.map(({ account }) => account.login)).toContain('zz');
    expect(unasked[0]?.reason).toMatch(/token/i);
    emulator.control.changeToken({ value: 'ghp_kim', isRevoked: false });
  });
});

describe('linking', () => {
  it('stores an account that was never seen, links it, and keeps the dates when it is unlinked', async () => {
    const person = await addPerson('Sam Linked');
    const { matches } = await search(person.slug, 'sam');
    const { account, evidence } = matches[0]!;
    const params = { slug: person.slug };

    const linked = await administrator.call(linkAccount, {
      params,
      body: { hostId: account.hostId, githubId: account.githubId, evidence },
    });
    await administrator.call(unlinkAccount, {
      params: { ...params, accountLinkId: linked.links[0]!.accountLinkId },
    });
    const after = await administrator.call(getPerson, { params });

    expect(linked.links[0]).toMatchObject({ account: { login: 'sam' }, linkedBy: administrator.user.name });
    expect(after.links).toEqual([]);
    expect(after.formerLinks[0]).toMatchObject({ account: { login: 'sam' }, unlinkedAt: expect.any(String) });
  });

  it('refuses an account that is somebody’s, and one that GitHub does not have', async () => {
    const owner = await addPerson('Owner');
    const other = await addPerson('Other');
    const account = (await search(owner.slug, 'kim')).matches[0]!.account;
    const link = (slug: string, githubId: number) =>
      administrator.call(linkAccount, { params: { slug }, body: { hostId: account.hostId, githubId } });
    await link(owner.slug, account.githubId);

    await expect(link(other.slug, account.githubId)).rejects.toMatchObject({
      failure: { code: 'account-linked-elsewhere' },
    });
    await expect(link(other.slug, 999_999_999)).rejects.toBeInstanceOf(ApiFailure);
    expect((await search(other.slug, 'kim')).matches[0]?.linkedTo).toMatchObject({ slug: owner.slug });
  });

  it('is written down, and is for administrators alone', async () => {
    const { entries } = await administrator.call(listAudit, { query: {} });
    const manager = await api.signIn('manager');
    const { slug } = await addPerson('For Managers');

    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.linked', 'account.unlinked', 'person.created']),
    );
    await expect(manager.call(searchAccounts, { params: { slug }, query: {} })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});
