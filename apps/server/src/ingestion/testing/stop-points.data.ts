/** A place in the work of reading where a process is ended as if the plug had been pulled. */
export interface StopPoint {
  /** Where: just before a statement is sent, when it has run but its transaction has not ended, or when that has. */
  readonly when: 'before' | 'inside' | 'after';
  /** How the statement begins, or what it alone holds. */
  readonly statement: string;
  /** Which of them, counted from 1. */
  readonly time: number;
}

/** Told by what is written then: the product itself has no such places, and pays nothing for them. */
export const stopPoints = {
  'quota reserved, question not sent': { when: 'after', statement: 'set reserved = reserved +', time: 3 },
  'repositories listed, not kept': { when: 'inside', statement: 'insert into repository_sync', time: 1 },
  'repositories kept, list not ended': { when: 'after', statement: 'insert into repository_sync', time: 1 },
  'page fetched, not written': { when: 'before', statement: 'insert into account ', time: 2 },
  'rows written, not committed': { when: 'inside', statement: 'insert into pull_request ', time: 2 },
  'cursor advanced, not committed': { when: 'inside', statement: 'set phase = $4::text', time: 2 },
  'page committed, job not ended': { when: 'after', statement: 'set phase = $4::text', time: 2 },
  'page of a list fetched, not kept': { when: 'before', statement: 'insert into staged_entry', time: 1 },
  'page of a list kept': { when: 'after', statement: 'insert into rest_stream', time: 1 },
  'job ended and the next one queued': {
    when: 'after',
    statement: 'set expected_at = $2::timestamptz',
    time: 1,
  },
  'sweep kept, job not ended': { when: 'after', statement: 'set changed_at = app_now()', time: 1 },
} as const satisfies Readonly<Record<string, StopPoint>>;

export type StopPointName = keyof typeof stopPoints;
