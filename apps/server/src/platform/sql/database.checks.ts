import { statfs } from 'node:fs/promises';
import { type Check, defineCheck } from '../checks/index.ts';
import type { Clock } from '../clock/index.ts';
import { lookAtDatabase } from './database-look.sql.ts';
import { judgeDatabase, judgeDatabaseClock, judgeDisk } from './judge-database.ts';
import type { Database } from './sql.ts';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly configuration: { readonly databaseUrl: string | undefined; readonly dataDirectory: string };
}

/** Whether the database is there, in step, and has room. */
export const databaseChecks: readonly Check<Deps, unknown>[] = [
  defineCheck({
    id: 'database',
    title: 'The database',
    about: 'workspace',
    asks: 'The database: which version are you, and how soon do you answer?',
    says: 'It is older than PostgreSQL 15, or slow.',
    repairs: 'Update it, or put it nearer.',
    run: async ({ database, clock }) => {
      const askedAt = clock.now().getTime();
      const look = await lookAtDatabase(database);
      return judgeDatabase(look, Math.max(0, clock.now().getTime() - askedAt));
    },
  }),
  defineCheck({
    id: 'database-clock',
    title: 'The clock beside the database’s',
    about: 'workspace',
    asks: 'The database: what time is it?',
    says: 'It is more than five seconds off.',
    repairs: 'Set both clocks by a time server.',
    needs: ['database'],
    run: async ({ database, clock }) => {
      const askedAt = clock.now().getTime();
      const look = await lookAtDatabase(database);
      return judgeDatabaseClock(look, new Date((askedAt + clock.now().getTime()) / 2));
    },
  }),
  defineCheck({
    id: 'disk',
    title: 'Room on the disk',
    about: 'workspace',
    asks: 'The database and the data directory’s disk: how much is held, how much is free?',
    says: 'Less than 2 GiB is free; less than 256 MiB is broken.',
    repairs: 'Make room, or move the data directory.',
    needs: ['database'],
    run: async ({ database, configuration: { databaseUrl, dataDirectory } }) => {
      const look = await lookAtDatabase(database);
      if (databaseUrl !== undefined) return judgeDisk(look, undefined);
      const { bavail, bsize } = await statfs(dataDirectory);
      return judgeDisk(look, { freeBytes: bavail * bsize });
    },
  }),
];
