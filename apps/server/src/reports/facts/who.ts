export type AccountClass = 'person' | 'bot' | 'ai-agent';

/** Whose an account is in a time, in seconds since 1970. */
export interface AccountTime {
  readonly accountId: number;
  readonly personId: number;
  readonly from: number;
  readonly until: number;
  /** Why this person is left out of figures. */
  readonly excludedReason: string | undefined;
}

/** Who is behind accounts. */
export interface Who {
  classOf(accountId: number): AccountClass;
  timeOf(accountId: number, at: number): AccountTime | undefined;
}

/** Answers from what was loaded; an account that is not among them is somebody's whom nobody linked. */
export function toWho(
  classes: readonly { readonly accountId: number; readonly class: AccountClass }[],
  times: readonly AccountTime[],
): Who {
  const classOf = new Map(classes.map((one) => [one.accountId, one.class]));
  const timesOf = Map.groupBy(times, ({ accountId }) => accountId);
  return {
    classOf: (accountId) => classOf.get(accountId) ?? 'person',
    timeOf: (accountId, at) => timesOf.get(accountId)?.find(({ from, until }) => at >= from && at < until),
  };
}
