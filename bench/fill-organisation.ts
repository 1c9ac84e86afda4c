import type pg from 'pg';
import {
  batchSql,
  listsSql,
  peopleSql,
  placesSql,
  prepareSql,
  repositoriesSql,
  teamsSql,
} from './fill-organisation.data.ts';

export interface OrganisationSize {
  readonly pulls: number;
  readonly people: number;
  readonly teams: number;
  readonly repositories: number;
  readonly seed: number;
}

/** Pull requests written at once. */
const batch = 50_000;

/**
 * Fills the migrated, empty database of a superuser's `client` with an organisation `acme` on a server of its own: its
 * repositories `service-1…`, people `engineer-1…` with a link each but for every twentieth, teams `team-1…`, bots, and
 * pull requests over three years up to now with reviews, comments, commits, events, requests and labels. What rests on
 * them is told to be made anew. `onProgress` hears how many pull requests there are.
 */
export async function fillOrganisation(
  client: pg.Client,
  size: OrganisationSize,
  onProgress: (pulls: number) => void = () => undefined,
): Promise<void> {
  // Foreign keys are right by construction, and looking each of them up would take most of the time.
  await client.query('set session_replication_role = replica');
  await client.query(prepareSql);
  await runAll(client, placesSql, []);
  await runAll(client, peopleSql, [size.people]);
  await runAll(client, teamsSql, [size.people, size.teams]);
  await runAll(client, repositoriesSql, [size.repositories, size.pulls]);
  for (let first = 1; first <= size.pulls; first += batch) {
    const last = Math.min(first + batch - 1, size.pulls);
    await client.query('begin');
    await client.query(batchSql, [first, last, size.repositories, size.people, size.seed, size.pulls]);
    await runAll(client, listsSql, [size.seed]);
    await client.query('commit');
    onProgress(last);
  }
  await client.query('set session_replication_role = origin');
  await client.query('analyze');
  await client.query(
    `insert into fact_stale (kind, repository_id) select 'repository', repository_id from repository`,
  );
}

async function runAll(
  client: pg.Client,
  statements: readonly string[],
  values: readonly number[],
): Promise<void> {
  for (const statement of statements) await client.query(statement, [...values]);
}
