import { type AppData, appPermissions } from './app-permissions.data.ts';

/** Permission to level, in GitHub's names. */
export type Permissions = Readonly<Record<string, string>>;

/** What an App is asked to be granted for this data: reading, and nothing else. */
export const toAppPermissions = (data: readonly AppData[]): Permissions => ({
  metadata: 'read',
  ...Object.fromEntries(data.map((each) => [appPermissions[each].key, 'read'])),
});

/** Of what is asked for, what is held: whoever asks for more gets nothing. */
export const narrowPermissions = (asked: Permissions, held: Permissions): Permissions =>
  Object.fromEntries(Object.entries(asked).filter(([key]) => held[key] !== undefined));

/** Data for which nothing is held, though it is wanted. */
export const listWithheld = (data: readonly AppData[], held: Permissions): readonly AppData[] =>
  data.filter((each) => held[appPermissions[each].key] === undefined);
