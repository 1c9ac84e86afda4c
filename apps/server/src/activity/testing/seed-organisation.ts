import type { Sql } from '../../platform/sql/index.ts';

export interface SeededOrganisation {
  readonly hostId: number;
  readonly organisationId: number;
}

/** A host with one organisation, for tests that begin with repositories. */
export async function seedOrganisation(sql: Sql, login = 'acme'): Promise<SeededOrganisation> {
  const [host] = await sql.query<{ hostId: number }>(
    `insert into host (kind, base_url, name)
     values ('enterprise-server', 'https://' || $1::text || '.example.com', $1::text)
     returning host_id as "hostId"`,
    [login],
  );
  const [organisation] = await sql.query<{ organisationId: number }>(
    `insert into organisation (host_id, github_id, login, observed_at)
     values ($1::bigint, 1, $2::text, app_now())
     returning organisation_id as "organisationId"`,
    [host!.hostId, login],
  );
  return { hostId: host!.hostId, organisationId: organisation!.organisationId };
}
