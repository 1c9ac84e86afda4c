import { stat } from 'node:fs/promises';

/** Whom PostgreSQL runs as: it refuses to run as root. */
export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on every Linux and a number without a name elsewhere; no user is created for it. */
const unprivileged: PostgresUser = { uid: 65_534, gid: 65_534 };

/**
 * The user to become when we are root: the owner of the data directory if there is one already, else an unprivileged
 * one. Undefined when we are not root: then PostgreSQL runs as whoever started us.
 */
export const findPostgresUser = async (dataFolder: string): Promise<PostgresUser | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  return owner === undefined || owner.uid === 0 ? unprivileged : { uid: owner.uid, gid: owner.gid };
};
