import type { LifeBand, LifeStage } from '@throughline/contract';
import { toBandSentence } from './band-sentence.ts';

/** Events of a pull request (METRICS, section 1); absent is what did not happen or is not known. */
export interface LifeEvents {
  readonly firstCommitAt: Date | undefined;
  readonly readyAt: Date;
  readonly firstResponseAt: Date | undefined;
  readonly lastApprovalAt: Date | undefined;
  readonly mergedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly isDraft: boolean;
}

type Name = LifeStage['name'];

const names: readonly Name[] = ['coding', 'pickup', 'review', 'merge'];

/**
 * Where the time of a pull request went: four stages from the first commit to the merge, by the rule of the cycle time
 * (each event no earlier than the one before it and no later than the end; an absent one is the next). What is not over
 * ends now: its last stage is running, those behind it have no time yet.
 */
export function toLifeBand(events: LifeEvents, now: Date): LifeBand {
  const places = toPlaces(events, now);
  const { firstCommitAt, mergedAt, closedAt } = events;
  const isOver = mergedAt !== undefined || closedAt !== undefined;
  const running = isOver ? undefined : toRunning(events);
  const stages = names.map((name, index): LifeStage => {
    const base = { name, isWork: name === 'coding' || name === 'review', isRunning: name === running };
    const note = toNote(name, events, running);
    const [from, until] = [places.at[index], places.at[index + 1]];
    if (from === undefined || until === undefined || isBehind(name, running))
      return { ...base, ...toNoted(note) };
    if (from === until && note !== undefined) return { ...base, ...toNoted(note) };
    return {
      ...base,
      seconds: Math.round((until - from) / 1_000),
      fromAt: new Date(from).toISOString(),
      untilAt: new Date(until).toISOString(),
      ...toNoted(name === 'pickup' ? note : undefined),
    };
  });
  return {
    sentence: toBandSentence(stages, { isKnown: firstCommitAt !== undefined, end: toEnd(events) }),
    stages,
    isMoved: places.isMoved,
    deploy: 'Deploy: not known, because this repository has no deployment source.',
  };
}

const toNoted = (note: string | undefined) => (note === undefined ? {} : { note });

function toEnd({ mergedAt, closedAt }: LifeEvents): 'merge' | 'close' | 'now' {
  if (mergedAt !== undefined) return 'merge';
  return closedAt === undefined ? 'now' : 'close';
}

interface Places {
  /** Where the four stages begin and the last one ends, in milliseconds; the first is absent without a commit. */
  readonly at: readonly (number | undefined)[];
  readonly isMoved: boolean;
}

function toPlaces(events: LifeEvents, now: Date): Places {
  const end = (events.mergedAt ?? events.closedAt ?? now).getTime();
  const given = toGiven(events, end);
  const first = given.first === undefined ? undefined : Math.min(given.first, end);
  const place = (at: number, from: number): number => Math.max(from, Math.min(at, end));
  const ready = place(given.ready, first ?? Math.min(given.ready, end));
  const responded = place(given.responded, ready);
  const approved = place(given.approved, responded);
  return {
    at: [first, ready, responded, approved, end],
    isMoved:
      first !== given.first ||
      ready !== given.ready ||
      responded !== given.responded ||
      approved !== given.approved,
  };
}

/** The events as they were, in milliseconds; an absent one is the next. */
function toGiven(events: LifeEvents, end: number) {
  const approved = events.lastApprovalAt?.getTime() ?? end;
  return {
    first: events.firstCommitAt?.getTime(),
    ready: events.isDraft && toEnd(events) === 'now' ? end : events.readyAt.getTime(),
    responded: events.firstResponseAt?.getTime() ?? approved,
    approved,
  };
}

function toRunning({ isDraft, firstResponseAt, lastApprovalAt }: LifeEvents): Name {
  if (isDraft) return 'coding';
  if (lastApprovalAt !== undefined) return 'merge';
  return firstResponseAt === undefined ? 'pickup' : 'review';
}

const isBehind = (name: Name, running: Name | undefined): boolean =>
  running !== undefined && names.indexOf(name) > names.indexOf(running);

/** Why a stage has no time, or what is odd about it. */
function toNote(name: Name, events: LifeEvents, running: Name | undefined): string | undefined {
  if (isBehind(name, running)) return 'not yet';
  const { firstCommitAt, firstResponseAt, lastApprovalAt } = events;
  const end = { merge: 'the merge', close: 'it was closed', now: 'now' }[toEnd(events)];
  switch (name) {
    case 'coding':
      return firstCommitAt === undefined
        ? 'not known, because its commits are not here'
        : 'none: it was ready at once';
    case 'pickup':
      return firstResponseAt === undefined && lastApprovalAt === undefined && running === undefined
        ? `nobody responded before ${end}`
        : undefined;
    case 'review':
      if (firstResponseAt === undefined) return 'none: nobody responded';
      return 'none: the first response ended it';
    case 'merge':
      return lastApprovalAt === undefined ? 'none: nobody approved it' : 'none: it followed at once';
  }
}
