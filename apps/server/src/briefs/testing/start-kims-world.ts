import {
  ApiFailure,
  createPerson,
  type PersonPages,
  updatePerson,
  updateWorkspace,
} from '@throughline/contract';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { startTestApi } from '../../http/testing/index.ts';
import { insertLinks, upsertAccounts } from '../../people/index.ts';

/** Kim, whose page is looked at, in a team beneath that of a lead; a manager, an administrator and a stranger. */
export async function startKimsWorld() {
  const api = await startTestApi();
  const { database } = api;
  const administrator = await api.signIn('administrator');
  const manager = await api.signIn('manager');
  const lead = await api.signIn('member');
  const stranger = await api.signIn('member');
  const kim = await api.signIn('member');
  const { hostId } = await seedOrganisation(database);
  const ids = await upsertAccounts(database, hostId, [
    { githubId: 11, login: 'kim', kind: 'User', observedAt: new Date() },
  ]);
  const { personId: kimId } = await administrator.call(createPerson, {
    body: { name: 'Kim', email: 'kim@acme.example' },
  });
  const leader = await administrator.call(createPerson, { body: { name: 'Lee' } });
  await administrator.call(updatePerson, { params: { slug: 'kim' }, body: { userId: kim.user.userId } });
  await administrator.call(updatePerson, { params: { slug: 'lee' }, body: { userId: lead.user.userId } });
  await insertLinks(database, [{ personId: kimId, accountId: ids.get(11)!, evidence: [] }], undefined);
  await database.query(
    `with above as (insert into team (slug, name) values ('all', 'All') returning team_id),
       below as (
         insert into team (slug, name, parent_team_id) select 'part', 'Part', team_id from above returning team_id)
     insert into team_member (team_id, person_id, part, is_lead, from_on, source)
     select team_id, $1::bigint, 'contributor', true, date '2020-01-01', 'hand' from above
     union all
     select team_id, $2::bigint, 'contributor', false, date '2020-01-01', 'hand' from below`,
    [leader.personId, kimId],
  );
  return {
    api,
    database,
    administrator,
    manager,
    lead,
    stranger,
    kim,
    kimId,
    kimsPage: { params: { slug: 'kim' }, query: {} },
    setPages: (personPages: PersonPages) => administrator.call(updateWorkspace, { body: { personPages } }),
  };
}

/** With which code an attempt was refused; undefined where it was not. */
export const refused = async (attempt: Promise<unknown>): Promise<string | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof ApiFailure ? error.failure.code : String(error)),
  );
