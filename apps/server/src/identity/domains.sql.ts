import type { Sql } from '../platform/sql/index.ts';

/** Makes exactly these domains the workspace's own; those that are there keep their date. */
export async function replaceDomains(tx: Sql, domains: readonly string[], addedBy: number): Promise<void> {
  await tx.query('delete from verified_domain where domain <> all($1::text[])', [domains]);
  await tx.query(
    `insert into verified_domain (domain, added_by)
     select given.domain, $2::bigint
     from unnest($1::text[]) as given (domain)
     on conflict (domain) do nothing`,
    [domains, addedBy],
  );
}
