/** The periods offered by name; any other can stand in the address. */
export const offeredPeriods: readonly (readonly [text: string, name: string])[] = [
  ['last-7-days', 'Last 7 days'],
  ['last-30-days', 'Last 30 days'],
  ['last-90-days', 'Last 90 days'],
  ['last-365-days', 'Last 365 days'],
  ['this-week', 'This week'],
  ['last-week', 'Last week'],
];
