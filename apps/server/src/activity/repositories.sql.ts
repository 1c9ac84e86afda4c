import { dropNulls, type Nullable, type Sql, toJsonb } from '../platform/sql/index.ts';
import { recordChanges } from './changes.sql.ts';
import {
  type HeldRepository,
  mergeRepository,
  type RepositoryFacts,
  type RepositoryRow,
} from './merge-repository.ts';

/** The repositories that a list of an organisation showed. */
export interface RepositoryBatch {
  readonly hostId: number;
  readonly organisationId: number;
  readonly observedAt: Date;
  readonly repositories: readonly RepositoryFacts[];
  /** Every repository was shown: what is missing, GitHub does not show any more. */
  readonly isWhole: boolean;
}

export interface RepositoriesWritten {
  /** Our id for each GitHub id. */
  readonly ids: ReadonlyMap<number, number>;
  /** GitHub ids seen in two contents under one version. */
  readonly contradicted: readonly number[];
  /** Our ids of those that a whole list no longer shows. */
  readonly gone: readonly number[];
}

/** Writes repositories by host and GitHub id: a rename or transfer is an update, nothing is ever deleted. */
export async function upsertRepositories(tx: Sql, batch: RepositoryBatch): Promise<RepositoriesWritten> {
  const githubIds = batch.repositories.map(({ githubId }) => githubId);
  const held = await loadHeldRepositories(tx, batch.hostId, githubIds);
  const decided = batch.repositories.map((facts) => ({
    githubId: facts.githubId,
    ...mergeRepository(held.get(facts.githubId), facts, batch),
  }));
  const rows = decided.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const written = await writeRows(tx, batch.hostId, rows);
  await keepFormerNames(tx, rows, held);
  const gone = batch.isWhole ? await markGone(tx, batch, githubIds) : [];
  await recordChanges(
    tx,
    [...written, ...gone].map(({ repositoryId, githubId }) => ({
      repositoryId,
      entity: 'repository',
      key: String(githubId),
    })),
  );
  return {
    ids: new Map([
      ...[...held.values()].map(({ githubId, repositoryId }) => [githubId, repositoryId] as const),
      ...written.map(({ githubId, repositoryId }) => [githubId, repositoryId] as const),
    ]),
    contradicted: decided.filter(({ isContradicted }) => isContradicted).map(({ githubId }) => githubId),
    gone: gone.map(({ repositoryId }) => repositoryId),
  };
}

/** Until the transaction ends, nobody else writes what belongs to this repository. */
export async function lockRepository(tx: Sql, repositoryId: number): Promise<void> {
  await tx.query('select from repository where repository_id = $1::bigint for no key update', [repositoryId]);
}

interface RepositoryKey {
  readonly repositoryId: number;
  readonly githubId: number;
}

async function loadHeldRepositories(
  tx: Sql,
  hostId: number,
  githubIds: readonly number[],
): Promise<ReadonlyMap<number, HeldRepository>> {
  const rows = await tx.query<Nullable<HeldRepository>>(
    `select
       repository_id as "repositoryId",
       organisation_id as "organisationId",
       github_id as "githubId",
       node_id as "nodeId",
       owner_login as "ownerLogin",
       name,
       visibility,
       is_archived as "isArchived",
       is_fork as "isFork",
       default_branch as "defaultBranch",
       pushed_at as "pushedAt",
       source_version as version,
       observed_at as "observedAt",
       gone_at as "goneAt"
     from repository
     where host_id = $1::bigint
       and github_id = any($2::bigint[])
     order by repository_id
     for no key update`,
    [hostId, githubIds],
  );
  return new Map(rows.map((row) => [row.githubId, dropNulls<HeldRepository>(row)]));
}

async function writeRows(
  tx: Sql,
  hostId: number,
  rows: readonly RepositoryRow[],
): Promise<readonly RepositoryKey[]> {
  if (rows.length === 0) return [];
  return tx.query<RepositoryKey>(upsertText, [hostId, toJsonb(rows)]);
}

/** What a repository was called until now, so that old addresses still lead to it. */
async function keepFormerNames(
  tx: Sql,
  rows: readonly RepositoryRow[],
  held: ReadonlyMap<number, HeldRepository>,
): Promise<void> {
  const left = rows.flatMap(({ githubId, ownerLogin, name }) => {
    const before = held.get(githubId);
    const isSame = before === undefined || (before.ownerLogin === ownerLogin && before.name === name);
    return isSame ? [] : [before];
  });
  if (left.length === 0) return;
  await tx.query(
    `insert into former_repository_name (repository_id, owner_login, name)
     select given."repositoryId", given."ownerLogin", given.name
     from jsonb_to_recordset($1::jsonb) as given ("repositoryId" bigint, "ownerLogin" text, name text)
     on conflict on constraint former_repository_name_pk do update
     set left_at = excluded.left_at`,
    [toJsonb(left)],
  );
}

const upsertText = `
  insert into repository (
    host_id, organisation_id, github_id, node_id, owner_login, name, visibility, is_archived, is_fork,
    default_branch, pushed_at, source_version, observed_at, gone_at)
  select
    $1::bigint, given."organisationId", given."githubId", given."nodeId", given."ownerLogin", given.name,
    given.visibility, given."isArchived", given."isFork", given."defaultBranch", given."pushedAt", given.version,
    given."observedAt", given."goneAt"
  from jsonb_to_recordset($2::jsonb) as given (
    "organisationId" bigint, "githubId" bigint, "nodeId" text, "ownerLogin" text, name text, visibility text,
    "isArchived" boolean, "isFork" boolean, "defaultBranch" text, "pushedAt" timestamptz, version timestamptz,
    "observedAt" timestamptz, "goneAt" timestamptz)
  order by given."githubId"
  on conflict (host_id, github_id) do update
  set organisation_id = excluded.organisation_id,
      node_id = excluded.node_id,
      owner_login = excluded.owner_login,
      name = excluded.name,
      visibility = excluded.visibility,
      is_archived = excluded.is_archived,
      is_fork = excluded.is_fork,
      default_branch = excluded.default_branch,
      pushed_at = excluded.pushed_at,
      source_version = excluded.source_version,
      observed_at = excluded.observed_at,
      gone_at = excluded.gone_at
  returning repository_id as "repositoryId", github_id as "githubId"`;

async function markGone(
  tx: Sql,
  { organisationId, observedAt }: RepositoryBatch,
  present: readonly number[],
): Promise<readonly RepositoryKey[]> {
  return tx.query<RepositoryKey>(
    `update repository
     set gone_at = $3::timestamptz
     where organisation_id = $1::bigint
       and not github_id = any($2::bigint[])
       and observed_at < $3::timestamptz
       and gone_at is null
     returning repository_id as "repositoryId", github_id as "githubId"`,
    [organisationId, present, observedAt],
  );
}
