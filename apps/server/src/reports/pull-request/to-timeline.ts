import type { AccountRef, PullEvent } from '@throughline/contract';

/** What happened to a pull request, as it is stored: one line each. */
export interface Happening {
  readonly kind: PullEvent['kind'] | 'committed';
  readonly at: Date;
  readonly actor: AccountRef | undefined;
  readonly asked?: AccountRef | { readonly team: string } | undefined;
  readonly comments?: number | undefined;
  readonly threads?: number | undefined;
  readonly oid?: string | undefined;
}

/**
 * The events of a pull request in their order: the first commit, then pushes as one line each with how many commits they
 * brought, comments of one account in a row as one. Commits made before it was opened are its beginning, not pushes; that
 * a merge closes it, which GitHub tells too, is nothing of its own.
 */
export function toTimeline(happenings: readonly Happening[], openedAt: Date): readonly PullEvent[] {
  const merged = happenings.find(({ kind }) => kind === 'merged');
  const ordered = happenings
    .filter((one) => one.kind !== 'closed' || merged === undefined || !isAbout(one.at, merged.at))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || toRank(a) - toRank(b));
  const first = ordered.find(({ kind }) => kind === 'committed');
  const told: PullEvent[] = [];
  for (const happening of ordered) {
    const event = happening === first ? toEvent({ ...happening, kind: 'first-commit' }) : toEvent(happening);
    if (event.kind === 'pushed' && happening.at < openedAt) continue;
    const before = told.at(-1);
    if (before !== undefined && isSame(before, event)) told[told.length - 1] = join(before, event);
    else told.push(event);
  }
  return told;
}

/** GitHub's two events of one merge are at most this far apart. */
const isAbout = (one: Date, other: Date): boolean => Math.abs(one.getTime() - other.getTime()) <= 2_000;

/** What happens at one instant is told in this order. */
const ranks: Readonly<Partial<Record<Happening['kind'], number>>> = {
  committed: 0,
  opened: 1,
  merged: 8,
  closed: 9,
};

const toRank = ({ kind }: Happening): number => ranks[kind] ?? 5;

const toEvent = ({ kind, at, actor, asked, comments, threads, oid }: Happening): PullEvent => ({
  kind: kind === 'committed' ? 'pushed' : kind,
  at: at.toISOString(),
  ...(actor === undefined ? {} : { actor }),
  ...(asked === undefined ? {} : { asked }),
  ...(kind === 'committed' ? { commits: 1 } : {}),
  ...(comments === undefined || comments === 0 ? {} : { comments }),
  ...(threads === undefined || threads === 0 ? {} : { threads }),
  ...(oid === undefined ? {} : { oid }),
});

/** Commits after each other, and comments of one account after each other, are one event. */
function isSame(before: PullEvent, event: PullEvent): boolean {
  if (before.kind !== event.kind) return false;
  if (event.kind === 'pushed') return true;
  return event.kind === 'commented' && before.actor?.login === event.actor?.login;
}

function join(before: PullEvent, event: PullEvent): PullEvent {
  const sum = (name: 'commits' | 'comments' | 'threads') => {
    const total = (before[name] ?? 0) + (event[name] ?? 0);
    return total === 0 ? {} : { [name]: total };
  };
  return { ...event, ...sum('commits'), ...sum('comments'), ...sum('threads') };
}
