import type { Sql } from '../../platform/sql/index.ts';
import type { ImportPlan, ImportState } from './plan-import.ts';
import { loadMemberships, lockMembers, replaceMemberships } from './team-members.sql.ts';
import { insertTeams, loadTeams, loadToday, lockTeams, placeTeams } from './teams.sql.ts';

/** What is here of what the rows of a file name. The teams are locked: what is planned with it still holds when written. */
export async function loadImportState(tx: Sql, names: readonly string[]): Promise<ImportState> {
  await lockTeams(tx);
  const teams = await loadTeams(tx);
  const teamIds = teams.map(({ teamId }) => teamId);
  await lockMembers(tx, teamIds);
  return {
    teams,
    people: await loadPeople(tx, names),
    held: await loadMemberships(tx, teamIds),
    today: await loadToday(tx),
  };
}

/** People by name, name in the address, e-mail address and login; those who are hidden or merged are not found. */
async function loadPeople(tx: Sql, names: readonly string[]): Promise<ImportState['people']> {
  const rows = await tx.query<{ text: string; personId: number; name: string }>(
    `select distinct wanted.text, v_person.person_id as "personId", v_person.name
     from unnest($1::text[]) as wanted (text)
     join lateral (
       select person.person_id
       from person
       where lower(person.name) = wanted.text
          or person.slug = wanted.text
          or lower(person.email) = wanted.text
       union
       select person_email.person_id
       from person_email
       where person_email.email = wanted.text
       union
       select link.person_id
       from account
       join v_account_person as link on link.account_id = account.account_id
       where lower(account.login) = wanted.text
         and link.from_at <= app_now()
         and link.until_at > app_now()) as found on true
     join v_person on v_person.person_id = found.person_id
     where not v_person.is_hidden`,
    [[...new Set(names)]],
  );
  return Map.groupBy(rows, ({ text }) => text);
}

/** Does what was planned; nothing of it is wrong. Returns the ids of the teams it concerns. */
export async function writeImport(tx: Sql, plan: ImportPlan, createdBy: number): Promise<readonly number[]> {
  const made = await insertTeams(
    tx,
    plan.newTeams.map(({ name }) => ({ name, createdBy })),
  );
  const madeIds = new Map(plan.newTeams.map(({ key }, at) => [key, made[at]?.teamId]));
  const toId = (key: string): number => madeIds.get(key) ?? Number(key.slice(1));
  await placeTeams(
    tx,
    plan.places.map(({ key, parent }) => ({ teamId: toId(key), parentTeamId: toId(parent) })),
  );
  const wanted = plan.memberships.map(({ team, ...rest }) => ({ ...rest, teamId: toId(team) }));
  await replaceMemberships(tx, wanted);
  const concerned = [...made.map(({ teamId }) => teamId), ...wanted.map(({ teamId }) => teamId)];
  return [...new Set([...concerned, ...plan.places.map(({ key }) => toId(key))])];
}
