import type { Action } from './responses.ts';

/** What one account other than the author's did in a pull request. Instants are seconds since 1970. */
export interface ParticipantFact {
  readonly accountId: number;
  readonly isRobot: boolean;
  readonly firstActionAt: number;
  readonly lastActionAt: number;
  readonly firstApprovalAt: number | undefined;
  readonly reviews: number;
  readonly approvals: number;
  readonly comments: number;
  readonly unblockedAt: number | undefined;
}

const daySeconds = 86_400;

/** Everybody but the author who took part; `actions` in order, `moves` are commits and the merge. */
export function toParticipants(
  actions: readonly Action[],
  moves: readonly number[],
): readonly ParticipantFact[] {
  const byAccount = Map.groupBy(
    actions.filter(({ by }) => by !== 'author'),
    ({ accountId }) => accountId,
  );
  return [...byAccount].flatMap(([accountId, own]) =>
    accountId === undefined ? [] : toParticipant(accountId, own, moves),
  );
}

function toParticipant(
  accountId: number,
  own: readonly Action[],
  moves: readonly number[],
): ParticipantFact[] {
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  const reviews = own.filter(({ kind }) => kind === 'review');
  const approvals = reviews.filter(({ state }) => state === 'approved');
  const firstApprovalAt = approvals[0]?.at;
  const isRobot = first.by === 'robot';
  return [
    {
      accountId,
      isRobot,
      firstActionAt: first.at,
      lastActionAt: last.at,
      firstApprovalAt,
      reviews: reviews.length,
      approvals: approvals.length,
      comments: own.length - reviews.length,
      unblockedAt: isRobot ? undefined : findMove([first.at, firstApprovalAt], moves),
    },
  ];
}

/** The first move within a day of one of these instants. */
function findMove(after: readonly (number | undefined)[], moves: readonly number[]): number | undefined {
  const found = moves.filter((move) =>
    after.some((at) => at !== undefined && move >= at && move - at <= daySeconds),
  );
  return found.length === 0 ? undefined : Math.min(...found);
}
