import type { AccountDependencies } from '../dependencies.ts';
import { loadTakenTeams } from './github-members.sql.ts';
import { readTeams } from './read-teams.client.ts';
import { takeTeams } from './take-teams.sql.ts';

/** Before everything the demo organisation ever did: its weeks are full from the first one on. */
const demoSince = '2015-01-01';

/**
 * Makes, once, teams of the demo organisation's, so that the demo's pages are full without a click. They hang on the
 * demo's host and go with it. Its people are made before.
 */
export async function addDemoTeams(
  deps: AccountDependencies,
  connectionId: number,
  hostId: number,
): Promise<void> {
  const found = await readTeams(deps, connectionId, { lane: 'person' });
  if ((await loadTakenTeams(deps.database, found.organisationId)).length > 0) return;
  await deps.database.transaction((tx) =>
    takeTeams(tx, {
      ...found,
      githubTeamIds: found.read.teams.map(({ githubId }) => githubId),
      fromOn: demoSince,
      isKept: true,
      demoHostId: hostId,
    }),
  );
}
