import type { Sql } from '../../platform/sql/index.ts';

/** An organisation to which an administrator belongs at GitHub. */
export interface OwnOrganisation {
  readonly githubId: number;
  readonly login: string;
  readonly role: 'owner' | 'member' | 'none';
}

/** What an administrator's sign-in at GitHub showed of them and an App. */
export interface Sighting {
  readonly organisations: readonly OwnOrganisation[];
  /** Installations that they reach, by organisations of theirs or by single repositories. */
  readonly installationIds: readonly number[];
}

interface Seer {
  readonly registrationId: number;
  readonly userId: number;
}

export async function saveSighting(
  sql: Sql,
  { registrationId, userId }: Seer,
  { organisations, installationIds }: Sighting,
): Promise<void> {
  await sql.query(
    `insert into app_sighting (registration_id, user_id, organisations, installation_ids, seen_at)
     values ($1::bigint, $2::bigint, $3::jsonb, $4::bigint[], app_now())
     on conflict (registration_id, user_id) do update
     set organisations = excluded.organisations,
         installation_ids = excluded.installation_ids,
         seen_at = excluded.seen_at`,
    [registrationId, userId, JSON.stringify(organisations), installationIds],
  );
}

/** Of the last day; who belonged to an organisation longer ago is to sign in again. */
export async function findSighting(
  sql: Sql,
  { registrationId, userId }: Seer,
): Promise<Sighting | undefined> {
  const [row] = await sql.query<Sighting & Record<string, unknown>>(
    `select organisations, installation_ids as "installationIds"
     from app_sighting
     where registration_id = $1::bigint
       and user_id = $2::bigint
       and seen_at > app_now() - interval '1 day'`,
    [registrationId, userId],
  );
  return row;
}
