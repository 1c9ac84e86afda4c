import type { Sql } from '../platform/sql/index.ts';
import { takeAwaitedLogins } from './awaited-logins.sql.ts';

/** A GitHub account as some answer of GitHub showed it. */
export interface AccountSeen {
  readonly githubId: number;
  readonly nodeId?: string | undefined;
  readonly login: string;
  readonly name?: string | undefined;
  readonly kind: 'User' | 'Bot' | 'Organization' | 'Mannequin';
  readonly avatarUrl?: string | undefined;
  readonly observedAt: Date;
}

/**
 * Stores accounts of one host and returns our id for each GitHub id. The latest observation decides; an account that
 * looks as it did is not written again, and what an answer left out is kept. One that is new, or has got a login, under
 * which an import named somebody is linked to them: give it a transaction.
 */
export async function upsertAccounts(
  sql: Sql,
  hostId: number,
  accounts: readonly AccountSeen[],
): Promise<ReadonlyMap<number, number>> {
  const { ids, writtenIds } = await storeAccounts(sql, hostId, accounts);
  await takeAwaitedLogins(sql, writtenIds);
  return ids;
}

interface StoredAccounts {
  readonly ids: ReadonlyMap<number, number>;
  /** Those that were new, or not as they had been. */
  readonly writtenIds: readonly number[];
}

/** The same, linking nobody: for one whom somebody is about to link. */
export async function storeAccounts(
  sql: Sql,
  hostId: number,
  accounts: readonly AccountSeen[],
): Promise<StoredAccounts> {
  const latest = keepLatest(accounts);
  if (latest.length === 0) return { ids: new Map(), writtenIds: [] };
  const written = await sql.query<{ account_id: number }>(upsertText, [
    hostId,
    latest.map((account) => account.githubId),
    latest.map((account) => account.nodeId),
    latest.map((account) => account.login),
    latest.map((account) => account.name),
    latest.map((account) => account.kind),
    latest.map((account) => account.avatarUrl),
    latest.map((account) => account.observedAt),
  ]);
  const rows = await sql.query<{ github_id: number; account_id: number }>(
    `select github_id, account_id
     from account
     where host_id = $1::bigint
       and github_id = any($2::bigint[])`,
    [hostId, latest.map((account) => account.githubId)],
  );
  return {
    ids: new Map(rows.map((row) => [row.github_id, row.account_id])),
    writtenIds: written.map((row) => row.account_id),
  };
}

// Rows are sorted by key so that two writers of overlapping sets cannot wait for each other in a circle. What is held like
// that is left out before: a conflict locks its row even where nothing is written, and every page of every repository of an
// organisation names the same people.
const upsertText = `
  insert into account as held (host_id, github_id, node_id, login, name, kind, avatar_url, observed_at)
  select $1::bigint, seen.github_id, seen.node_id, seen.login, seen.name, seen.kind, seen.avatar_url, seen.observed_at
  from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
    as seen (github_id, node_id, login, name, kind, avatar_url, observed_at)
  left join account as known
    on known.host_id = $1::bigint
    and known.github_id = seen.github_id
  where known.account_id is null
     or (seen.observed_at > known.observed_at
       and (seen.login, seen.kind, coalesce(seen.node_id, known.node_id), coalesce(seen.name, known.name),
            coalesce(seen.avatar_url, known.avatar_url))
         is distinct from (known.login, known.kind, known.node_id, known.name, known.avatar_url))
  order by seen.github_id
  on conflict (host_id, github_id) do update
  set node_id = coalesce(excluded.node_id, held.node_id),
      login = excluded.login,
      name = coalesce(excluded.name, held.name),
      kind = excluded.kind,
      avatar_url = coalesce(excluded.avatar_url, held.avatar_url),
      observed_at = excluded.observed_at
  where excluded.observed_at > held.observed_at
    and (excluded.login, excluded.kind, coalesce(excluded.node_id, held.node_id), coalesce(excluded.name, held.name),
         coalesce(excluded.avatar_url, held.avatar_url))
      is distinct from (held.login, held.kind, held.node_id, held.name, held.avatar_url)
  returning held.account_id`;

function keepLatest(accounts: readonly AccountSeen[]): readonly AccountSeen[] {
  const byId = new Map<number, AccountSeen>();
  for (const account of accounts) {
    const other = byId.get(account.githubId);
    if (other === undefined || other.observedAt <= account.observedAt) {
      byId.set(account.githubId, { ...account, name: account.name ?? other?.name });
    }
  }
  return [...byId.values()];
}

/** An e-mail address that GitHub itself joined to an account, such as a commit's author. */
export interface AccountEmailSeen {
  readonly accountId: number;
  readonly email: string;
  readonly seenAt: Date;
}

/** Remembers which e-mail addresses GitHub joined to which accounts by commits: the evidence when linking people. */
export async function noteAccountEmails(sql: Sql, entries: readonly AccountEmailSeen[]): Promise<void> {
  if (entries.length === 0) return;
  await sql.query(
    `insert into account_email as held (account_id, email, source, first_seen_at, last_seen_at)
     select seen.account_id, lower(seen.email), 'commit', min(seen.seen_at), max(seen.seen_at)
     from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as seen (account_id, email, seen_at)
     where not exists (
       select from account_email as known
       where known.account_id = seen.account_id
         and known.email = lower(seen.email)
         and known.source = 'commit'
         and seen.seen_at between known.first_seen_at and known.last_seen_at)
     group by seen.account_id, lower(seen.email)
     order by seen.account_id, lower(seen.email)
     on conflict (account_id, email, source) do update
     set first_seen_at = least(held.first_seen_at, excluded.first_seen_at),
         last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at)
     where excluded.first_seen_at < held.first_seen_at
        or excluded.last_seen_at > held.last_seen_at`,
    [
      entries.map((entry) => entry.accountId),
      entries.map((entry) => entry.email),
      entries.map((entry) => entry.seenAt),
    ],
  );
}
