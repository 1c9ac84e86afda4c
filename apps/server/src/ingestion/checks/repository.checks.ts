import { type Check, defineCheck, notChecked } from '../../platform/checks/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { findChoice } from '../discovery/discovery.sql.ts';
import { loadZone } from '../overview/load-overview.sql.ts';
import { loadRepositoryList } from '../overview/repository-list.sql.ts';
import { judgeChoice, judgeNumber, judgeReading, type ListedRepository } from './judge-repository.ts';
import { loadNumberStanding } from './number-standing.sql.ts';

interface Deps {
  readonly database: Database;
}

/** A repository that is here and that the reader may see. */
interface ReadRepository {
  readonly fullName: string;
  readonly repositoryId: number;
  /** By which it is read; undefined where it is not read any more. */
  readonly connectionId: number | undefined;
  readonly now: Date;
}

/** Whether a repository is read, and whether it goes on. */
export const repositoryReadingCheck: Check<Deps, ReadRepository> = defineCheck({
  id: 'repository-reading',
  title: 'Reading it',
  about: 'repository',
  asks: 'Ourselves: is it read, does it wait, or did it fail, and why?',
  says: 'Reading it failed or is paused.',
  repairs: 'Mend what is said, then repair the repository, or resume its connection.',
  run: async ({ database }, { fullName, repositoryId, connectionId, now }) => {
    if (connectionId === undefined)
      return judgeReading(undefined, { fullName, repositoryId, connectionId: 0 });
    const telling = { now, zone: await loadZone(database) };
    const asked = { connectionId, repositoryIds: [repositoryId] };
    const [sync] = await loadRepositoryList(database, asked, telling);
    return judgeReading(sync, { fullName, repositoryId, connectionId });
  },
});

interface MissedRepository {
  readonly fullName: string;
  readonly repositoryId: number | undefined;
  /** That reads it now. */
  readonly connectionId: number | undefined;
  /** Of the organisation that owns it. */
  readonly connection: { readonly connectionId: number; readonly name: string } | undefined;
  /** As GitHub shows it; undefined where it does not. */
  readonly findListed: () => Promise<ListedRepository | undefined>;
}

/** Whether a connection's choice includes it; for administrators. */
export const repositoryChosenCheck: Check<Deps, MissedRepository> = defineCheck({
  id: 'repository-chosen',
  title: 'The choice of repositories',
  about: 'repository',
  asks: 'Ourselves: is it chosen, or left out because it is archived or a fork?',
  says: 'It was not chosen, is left out by which rule, or is not on the list yet.',
  repairs: 'Choose it, change the rule, or look for changes now.',
  run: async ({ database }, { connection, connectionId, repositoryId, fullName, findListed }) => {
    if (connection === undefined) return notChecked('its owner is not connected');
    const isRead = repositoryId !== undefined && connectionId !== undefined;
    const subject = { fullName, isRead, connection };
    return isRead
      ? judgeChoice(undefined, undefined, subject)
      : judgeChoice(await findChoice(database, connection.connectionId), await findListed(), subject);
  },
});

interface NumberedPullRequest {
  readonly fullName: string;
  readonly repositoryId: number;
  readonly number: number;
}

/** Whether a pull request is here. */
export const pullRequestReadCheck: Check<Deps, NumberedPullRequest> = defineCheck({
  id: 'pull-request-read',
  title: 'The pull request',
  about: 'pull-request',
  asks: 'Ourselves: has it been read, is it gone, or was it set aside?',
  says: 'It is not here yet, is an issue, is gone at GitHub, or could not be read.',
  repairs: 'Wait, check the number, or repair the repository.',
  run: async ({ database }, { fullName, repositoryId, number }) =>
    judgeNumber(await loadNumberStanding(database, repositoryId, number), `${fullName} #${number}`),
});
