interface Stay {
  readonly joinedOn?: string | null | undefined;
  readonly leftOn?: string | null | undefined;
}

/** What is wrong with the days on which somebody joined and left, once they are changed; undefined when nothing is. */
export function findStayProblem(now: Stay, change: Stay): string | undefined {
  const joinedOn = change.joinedOn === undefined ? now.joinedOn : change.joinedOn;
  const leftOn = change.leftOn === undefined ? now.leftOn : change.leftOn;
  if (typeof joinedOn !== 'string' || typeof leftOn !== 'string' || joinedOn <= leftOn) return undefined;
  return `They joined on ${joinedOn}, after their last day, ${leftOn}. Correct one of the two.`;
}
