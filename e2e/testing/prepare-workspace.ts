import {
  acceptInvitation,
  completeSetup,
  createConnection,
  createInvitation,
  createPerson,
  getSync,
  linkAccount,
  type Role,
  searchAccounts,
  testToken,
} from '@throughline/contract';
import { vi } from 'vitest';
import { type ApiReader, createApiReader } from '../api-reader.ts';
import { type Account, administrator } from './acts.ts';
import type { Github } from './start-github.ts';
import type { Product } from './start-product.ts';
import { readersZone } from './visitor.ts';

/** Sets the product up over its API; resolves with the administrator. */
export async function setUpByApi({ origin, setupPath }: Product): Promise<ApiReader> {
  const reader = await createApiReader(origin);
  const token = setupPath.split('/').at(-1) ?? '';
  await reader.call(completeSetup, { params: { token }, body: { ...administrator, zone: readersZone } });
  return reader;
}

/** Connects an organisation, all its repositories, and waits until everything of it is read. */
export async function connectByApi(reader: ApiReader, github: Github, organisation: string): Promise<void> {
  const host = { address: github.origin };
  const { credentialId } = await reader.call(testToken, { body: { host, token: github.token } });
  await reader.call(createConnection, {
    body: { credentialId, organisation, name: organisation, repositoryChoice: 'all' },
  });
  await waitUntilRead(reader);
}

/** Waits until every connection is read to its end. */
export async function waitUntilRead(reader: ApiReader, timeout = 60_000): Promise<void> {
  await vi.waitUntil(
    async () => {
      const { connections } = await reader.call(getSync);
      return connections.every(
        (one) =>
          one.total !== undefined && one.repositories > 0 && one.repositoriesComplete === one.repositories,
      );
    },
    { timeout, interval: 250 },
  );
}

/** Adds a person and links the account that their address speaks for; resolves with their name in addresses. */
export async function addLinkedPerson(
  reader: ApiReader,
  { name, email, login }: { readonly name: string; readonly email: string; readonly login: string },
): Promise<string> {
  const { slug } = await reader.call(createPerson, { body: { name, email } });
  const { matches } = await reader.call(searchAccounts, { params: { slug }, query: { q: login } });
  const match = matches.find(({ account }) => account.login === login);
  if (match === undefined) throw new Error(`No account ${login} among ${matches.length} matches.`);
  const { hostId, githubId } = match.account;
  await reader.call(linkAccount, { params: { slug }, body: { hostId, githubId, evidence: match.evidence } });
  return slug;
}

/** Invites somebody, who joins; resolves with them. */
export async function addUser(reader: ApiReader, account: Account, role: Role): Promise<ApiReader> {
  const { link } = await reader.call(createInvitation, { body: { email: account.email, role } });
  const joining = await createApiReader(reader.origin);
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const { name, password } = account;
  await joining.call(acceptInvitation, { params: { token }, body: { name, password } });
  return joining;
}
