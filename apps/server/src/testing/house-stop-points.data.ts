import type { StopPoint } from '../ingestion/testing/stop-points.data.ts';

/** Places in the work of the api where it, or the database under it, is ended as if the plug had been pulled. */
export const apiStopPoints = {
  'connection written, its first job not queued': {
    when: 'inside',
    statement: 'insert into connection_sync',
    time: 1,
  },
  'connection made and its first job queued, not answered': {
    when: 'after',
    statement: 'insert into connection_sync',
    time: 1,
  },
  'repair begun, not committed': { when: 'inside', statement: 'set tried_at = least(tried_at', time: 1 },
  'repair committed, not answered': { when: 'after', statement: 'set tried_at = least(tried_at', time: 1 },
  'stream open, looking the second time': {
    when: 'before',
    statement: 'as oldest_reached_at',
    time: 2,
  },
} as const satisfies Readonly<Record<string, StopPoint>>;

/** Places in the work of the worker where the database server under it is ended. */
export const databaseStopPoints = {
  'rows of a page written, not committed': {
    when: 'inside',
    statement: 'insert into pull_request ',
    time: 2,
  },
  'page committed, job not ended': { when: 'after', statement: 'set phase = $4::text', time: 2 },
  'page of a list kept': { when: 'after', statement: 'insert into rest_stream', time: 1 },
} as const satisfies Readonly<Record<string, StopPoint>>;

export type ApiStopPointName = keyof typeof apiStopPoints;
export type DatabaseStopPointName = keyof typeof databaseStopPoints;
