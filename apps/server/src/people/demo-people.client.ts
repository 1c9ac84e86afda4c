import { listOrganisationMembers } from '@throughline/github';
import { upsertAccounts } from './accounts.sql.ts';
import type { AccountDependencies } from './dependencies.ts';
import { insertLinks } from './links.sql.ts';
import { hasDemoPersons, insertPersons, lockDemoPersons } from './persons.sql.ts';

/**
 * Makes, once, a person of every member of the demo organisation and links the account, so that the demo's pages are full
 * without a click. They hang on the demo's host and go with it.
 */
export async function addDemoPeople(
  { database, clients, clock }: AccountDependencies,
  connectionId: number,
  hostId: number,
): Promise<void> {
  if (await hasDemoPersons(database, hostId)) return;
  const { client, connection } = await clients.forConnection(connectionId, 'person');
  const members = await Array.fromAsync(listOrganisationMembers(client, connection.organisation));
  const seen = members.map((member) => ({ ...member, observedAt: clock.now() }));
  await database.transaction(async (tx) => {
    await lockDemoPersons(tx, hostId);
    if (await hasDemoPersons(tx, hostId)) return;
    const accountIds = await upsertAccounts(tx, hostId, seen);
    const persons = await insertPersons(
      tx,
      members.map(({ name, login }) => ({ name: name ?? login, demoHostId: hostId })),
    );
    const links = members.flatMap((member, position) => {
      const person = persons[position];
      const accountId = accountIds.get(member.githubId);
      if (person === undefined || accountId === undefined) return [];
      return [{ personId: person.personId, accountId, evidence: [demoEvidence] }];
    });
    await insertLinks(tx, links, undefined);
  });
}

const demoEvidence = { kind: 'demo', text: 'Made up together with the demo organisation.' } as const;
