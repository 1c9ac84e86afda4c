import type { FoundAddress } from '@throughline/contract';
import type { Viewer } from '../../access/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import {
  findVisibleRepository,
  loadSeenHostNames,
  type VisibleRepositories,
} from '../../visibility/index.ts';
import { loadPersonOfAccount } from './account.sql.ts';
import { type GithubAddress, type Named, parseGithubAddress } from './parse-github-address.ts';
import { toPullRequestPath, toRepositoryPath } from './to-path.ts';

/** A repository that the reader may see. */
interface Seen {
  readonly repository_id: number;
  readonly host_name: string;
  readonly owner_login: string;
  readonly name: string;
}

interface Asked {
  readonly viewer: Viewer;
  readonly visible: VisibleRepositories;
}

/**
 * Where an address at GitHub leads. Of what the reader may not see the answer is the one that anything gets which does
 * not exist: the same words, and the same reads before them.
 */
export async function loadAddress(sql: Sql, asked: Asked, text: string): Promise<FoundAddress> {
  const hosts = await loadSeenHostNames(sql, asked.visible);
  const address = parseGithubAddress(
    text,
    hosts.map((name) => name.toLowerCase()),
  );
  switch (address.kind) {
    case 'nothing':
      return { kind: 'not-found', reason: address.reason };
    case 'account':
      return loadAccount(sql, asked, address);
    case 'pull-request':
    case 'git-commit':
    case 'repository': {
      const seen = await findSeen(sql, asked.visible, address);
      return seen === undefined ? toHidden(address, hosts) : loadWithin(sql, seen, address);
    }
  }
}

type Within = Extract<GithubAddress, { readonly repository: Named }>;

async function loadWithin(sql: Sql, seen: Seen, address: Within): Promise<FoundAddress> {
  if (address.kind === 'repository') return toRepository(seen, address.part);
  const number =
    address.kind === 'git-commit'
      ? await findPullRequestOfCommit(sql, seen.repository_id, address.oid)
      : await findPullRequest(sql, seen.repository_id, address.number);
  if (number !== undefined) {
    return {
      kind: 'found',
      path: toPullRequestPath({ ...seen, number }),
      title: `${toFullName(seen)} #${number}`,
    };
  }
  const what =
    address.kind === 'git-commit'
      ? `no pull request here holds the commit ${address.oid.slice(0, 12)}`
      : `there is no pull request ${address.number} here. It is an issue, or it has not been read yet`;
  return {
    kind: 'not-found',
    reason: `Of ${toFullName(seen)}, ${what}.`,
    instead: { path: toRepositoryPath(seen), title: toFullName(seen) },
  };
}

/** What is kept of a repository has its page; its other parts are at GitHub alone. */
const keptParts: readonly (string | undefined)[] = [undefined, 'pulls', 'pull', 'tree', 'commits'];

function toRepository(seen: Seen, part: string | undefined): FoundAddress {
  const found = { path: toRepositoryPath(seen), title: toFullName(seen) };
  if (part === 'pulls') {
    return {
      kind: 'found',
      path: `/pulls?repo=${toFullName(seen)}`,
      title: `Pull requests of ${found.title}`,
    };
  }
  if (keptParts.includes(part)) return { kind: 'found', ...found };
  return {
    kind: 'not-found',
    reason: `Throughline has no page about ${part} of a repository: that part is at GitHub alone.`,
    instead: found,
  };
}

const toFullName = ({ owner_login, name }: Seen): string => `${owner_login}/${name}`;

function toHidden({ repository: { owner, name }, host }: Within, hosts: readonly string[]): FoundAddress {
  const where = host && ` of ${hosts.find((each) => each.toLowerCase() === host) ?? host}`;
  return {
    kind: 'not-found',
    reason: `There is no ${owner}/${name}${where ?? ''} that you can see here. It may not exist, not be read here, or not be for you to see.`,
  };
}

async function findSeen(
  sql: Sql,
  visible: VisibleRepositories,
  { repository, host }: Within,
): Promise<Seen | undefined> {
  const found = await findVisibleRepository(sql, visible, { ...repository, host });
  if (found === undefined) return undefined;
  const { repositoryId, hostName, owner, name } = found;
  return { repository_id: repositoryId, host_name: hostName, owner_login: owner, name };
}

async function findPullRequest(sql: Sql, repositoryId: number, number: number): Promise<number | undefined> {
  const [row] = await sql.query<{ number: number }>(
    `select number
     from v_pull_request
     where repository_id = $1::bigint
       and number = $2::integer`,
    [repositoryId, number],
  );
  return row?.number;
}

async function findPullRequestOfCommit(
  sql: Sql,
  repositoryId: number,
  oid: string,
): Promise<number | undefined> {
  const [row] = await sql.query<{ number: number }>(
    `select v_pull_request.number
     from v_pull_request
     where v_pull_request.repository_id = $1::bigint
       and (v_pull_request.merge_commit_oid like $2::text or exists (
         select from v_pull_request_commit
         where v_pull_request_commit.repository_id = v_pull_request.repository_id
           and v_pull_request_commit.number = v_pull_request.number
           and v_pull_request_commit.oid like $2::text))
     order by v_pull_request.created_at
     limit 1`,
    [repositoryId, `${oid}%`],
  );
  return row?.number;
}

async function loadAccount(
  sql: Sql,
  { viewer, visible }: Asked,
  { login, host }: Extract<GithubAddress, { readonly kind: 'account' }>,
): Promise<FoundAddress> {
  const person = await loadPersonOfAccount(sql, viewer, { login, host });
  if (person !== undefined) {
    return { kind: 'found', path: `/people/${encodeURIComponent(person.slug)}`, title: person.name };
  }
  const [owner] = await sql.query<{ owner_login: string }>(
    `select v_repository.owner_login
     from v_repository
     join v_host on v_host.host_id = v_repository.host_id
     where v_repository.repository_id = any($1::bigint[])
       and lower(v_repository.owner_login) = lower($2::text)
       and ($3::text is null
         or lower(v_host.name) = $3::text
         or lower(split_part(v_host.base_url, '://', 2)) = $3::text)
     limit 1`,
    [visible.ids, login, host],
  );
  if (owner !== undefined) {
    const { owner_login: name } = owner;
    return {
      kind: 'found',
      path: `/repositories?q=${encodeURIComponent(`${name}/`)}`,
      title: `Repositories of ${name}`,
    };
  }
  return {
    kind: 'not-found',
    reason: `There is nobody called ${login} whose page you can open here, and no repository of theirs that you can see.`,
  };
}
