/** From where to where in history repositories are that are being read: the last page each of them has come to. */
export interface HistoryEdge {
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

/** `Now reading March 2025, going back.`, or from the one furthest back to the one least far. */
export function toGoingBackText({ oldestAt, newestAt }: HistoryEdge, zone: string): string {
  const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: zone });
  const oldest = months.format(oldestAt);
  const newest = months.format(newestAt);
  return `Now reading ${oldest === newest ? newest : `${oldest} to ${newest}`}, going back.`;
}
