import pg from 'pg';

import { AppError } from '../errors/index.ts';

const againLater = 'Try again in a moment. If it stays so, look at the log of the database.';

interface Translation {
  readonly code: 'conflict' | 'unavailable' | 'disk-full';
  readonly message: string;
}

const unavailable = (message: string): Translation => ({ code: 'unavailable', message });

const diskFull: Translation = {
  code: 'disk-full',
  message: "The database's disk is full, so nothing was written. Free some space; work goes on by itself.",
};

/** By SQLSTATE, or by its first two characters for a whole class. */
const bySqlState: ReadonlyMap<string, Translation> = new Map([
  [
    '23505',
    {
      code: 'conflict',
      message: 'There is one like this already. Change what must be unique and try again.',
    },
  ],
  [
    '23P01',
    {
      code: 'conflict',
      message: 'This overlaps with one that is there already. Change its dates and try again.',
    },
  ],
  [
    '23503',
    {
      code: 'conflict',
      message: 'Something this refers to is gone, or is still referred to. Reload and try again.',
    },
  ],
  ['40001', unavailable(`Two changes met and this one was undone. ${againLater}`)],
  ['40P01', unavailable(`Two changes waited for each other and this one was undone. ${againLater}`)],
  ['55P03', unavailable(`Something else holds what this needs for too long. ${againLater}`)],
  [
    '57014',
    unavailable(`The database took too long to answer, and the question was withdrawn. ${againLater}`),
  ],
  [
    '25P03',
    unavailable(
      `This stood still in the middle of its work for so long that the database gave it up, as when a machine sleeps. ${againLater}`,
    ),
  ],
  ['25006', unavailable(`The database accepts no changes right now (it is read-only). ${againLater}`)],
  ['53100', diskFull],
  ['53', unavailable(`The database has no room for another connection or query. ${againLater}`)],
  ['57P', unavailable(`The database is starting or stopping. ${againLater}`)],
  ['08', unavailable(`The connection to the database broke. ${againLater}`)],
]);

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** `pg` gives these no code. */
const brokenConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired)|not queryable/;

const isBrokenConnection = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'string' && networkCodes.has(error.code)) ||
  (error instanceof AggregateError &&
    error.errors.some((inner) => inner instanceof Error && isBrokenConnection(inner))) ||
  brokenConnection.test(error.message);

const findTranslation = (sqlState: string): Translation | undefined =>
  bySqlState.get(sqlState) ?? bySqlState.get(sqlState.slice(0, 3)) ?? bySqlState.get(sqlState.slice(0, 2));

/**
 * What a failed statement means to whoever asked: `conflict` with the constraint's name in its context, `unavailable`,
 * `disk-full`; anything else is a defect of ours and comes back as it was.
 */
export const toSqlError = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  if (error instanceof pg.DatabaseError) {
    const found = findTranslation(error.code ?? '');
    if (found === undefined) return error;
    const context = { sqlState: error.code, constraint: error.constraint, table: error.table };
    return new AppError(found.code, found.message, { cause: error, context });
  }
  if (!isBrokenConnection(error)) return error;
  return new AppError('unavailable', `The database does not answer. ${againLater}`, { cause: error });
};

/** The name of the constraint that refused a write, so that its owner can say which field to change. */
export const findViolatedConstraint = (error: unknown): string | undefined => {
  if (!(error instanceof AppError) || error.code !== 'conflict') return undefined;
  const name = error.context['constraint'];
  return typeof name === 'string' ? name : undefined;
};
