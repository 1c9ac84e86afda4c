import type { AccountRecord, ActorRecord } from '@throughline/github';

/** Our id for each account's id at GitHub. */
export type AccountIds = ReadonlyMap<number, number>;

/** Our id of an account that was stored with the page it stands on. */
export function getAccountId(ids: AccountIds, account: AccountRecord): number {
  const id = ids.get(account.githubId);
  if (id === undefined)
    throw new Error(`The account ${account.githubId} was not stored before it was named.`);
  return id;
}

/** Our id of whoever acted; undefined for one who is gone and for nobody. */
export const findActorId = (ids: AccountIds, actor: ActorRecord | undefined): number | undefined =>
  actor === undefined || actor.kind === 'ghost' ? undefined : getAccountId(ids, actor);
