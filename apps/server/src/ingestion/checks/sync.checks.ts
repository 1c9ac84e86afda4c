import { type Check, defineCheck } from '../../platform/checks/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import {
  judgeCompleteness,
  judgeDiscovery,
  judgeFailing,
  judgeLag,
  judgeSetAside,
  judgeWaits,
} from './judge-sync.ts';
import { loadSyncGaps, loadSyncRow } from './sync-gaps.sql.ts';

interface Deps {
  readonly database: Database;
}

/** A connection that may be read. */
interface ReadConnection {
  readonly connectionId: number;
  readonly now: Date;
}

type SyncCheck = Check<Deps, ReadConnection>;

/** Whether a connection is read, how late, and how completely. */
export const syncChecks: readonly SyncCheck[] = [
  defineCheck({
    id: 'repository-list',
    title: 'The list of repositories',
    about: 'connection',
    asks: 'Ourselves: could the list of repositories be read the last time?',
    says: 'It could not, and why.',
    repairs: 'Mend what is said, then look for changes now.',
    run: async ({ database }, { connectionId, now }) =>
      judgeDiscovery(await loadSyncRow(database, connectionId), now),
  }),
  defineCheck({
    id: 'sync-waits',
    title: 'Waits',
    about: 'connection',
    asks: 'Ourselves: does reading wait now, why, and until when?',
    says: 'A wait is no failure: it says until when, and that nothing is to be done.',
    repairs: 'Nothing to do.',
    run: async ({ database }, { connectionId, now }) =>
      judgeWaits(await loadSyncRow(database, connectionId), now),
  }),
  defineCheck({
    id: 'sync-lag',
    title: 'How late reading is',
    about: 'connection',
    asks: 'Ourselves: when was something last read?',
    says: 'More than an hour ago.',
    repairs: 'Look for changes now; see whether a worker runs.',
    run: async ({ database }, { connectionId, now }) =>
      judgeLag(await loadSyncRow(database, connectionId), now),
  }),
  defineCheck({
    id: 'repositories-failing',
    title: 'Repositories that fail',
    about: 'connection',
    asks: 'Ourselves: did reading a repository fail three times in a row?',
    says: 'How many did.',
    repairs: 'Sync says of each why, and what to do.',
    run: async ({ database }, { connectionId }) => judgeFailing(await loadSyncRow(database, connectionId)),
  }),
  defineCheck({
    id: 'completeness',
    title: 'Completeness',
    about: 'connection',
    asks: 'Ourselves: are the lists of the pull requests as long as GitHub counts them?',
    says: 'How many are not whole, and for which cause.',
    repairs: 'By cause: a permission, a repair, or nothing.',
    run: async ({ database }, { connectionId }) =>
      judgeCompleteness(
        await loadSyncGaps(database, connectionId),
        await loadSyncRow(database, connectionId),
      ),
  }),
  defineCheck({
    id: 'set-aside',
    title: 'Records set aside',
    about: 'connection',
    asks: 'Ourselves: was something GitHub sent unreadable?',
    says: 'How many records are set aside.',
    repairs: 'They are asked for again by themselves.',
    run: async ({ database }, { connectionId }) => judgeSetAside(await loadSyncRow(database, connectionId)),
  }),
];
