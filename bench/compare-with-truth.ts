import * as z from 'zod';

const repositories = z.array(
  z.object({ id: z.number(), fullName: z.string(), isArchived: z.boolean(), isGone: z.boolean() }),
);

type Repository = z.output<typeof repositories>[number];

const keys = z.array(z.string());
/** What of a pull request both sides tell, list by list. */
const row = z.object({
  number: z.number(),
  state: z.string(),
  isDraft: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  mergedAt: z.string().nullable(),
  authorId: z.number().nullable(),
  baseRefName: z.string(),
  headRefOid: z.string(),
  keys: z.object({
    reviews: keys,
    threads: keys,
    reviewComments: keys,
    comments: keys,
    commits: keys,
    files: keys.nullable(),
    labels: keys,
    assignees: keys,
    requestedReviewers: keys,
    closingIssues: keys,
  }),
  /** Lists of which it is said that they are not whole; the truth has none. */
  marked: keys.default([]),
});

type Row = z.output<typeof row>;

/** What is compared: a database, and the emulated GitHub it was read from. */
export interface Compared {
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Repositories that have left the organisation are kept as they were: of those only that they left is compared. */
  readonly github: { readonly origin: string; readonly organisation: string };
  /**
   * Leaves out what changes at GitHub without raising the version of its pull request, so that nobody who asks for what
   * is new can see it: whether a thread is resolved, when a comment was edited, and that an account was deleted, whose work
   * is held under its name.
   */
  readonly butTraceless?: boolean;
}

/**
 * Compares the database with the emulator's ledger of the truth, row by row: every repository of the organisation, those
 * that are gone, the pull requests of each, and every list entry by entry. Each difference is a line that names both sides.
 */
export async function compareWithTruth(house: Compared): Promise<readonly string[]> {
  const held = new Map(
    z
      .array(heldRepository)
      .parse(await house.query(toRepositoriesSql(house.github.origin)))
      .map((one) => [one.githubId, one]),
  );
  const truth = repositories.parse(await fetchJson(house, '/_emulator/truth'));
  const isOurs = ({ isGone, fullName }: Repository): boolean =>
    !isGone && fullName.startsWith(`${house.github.organisation}/`);
  const differences = truth.flatMap((one) => compareStanding(one, isOurs(one), held.get(one.id)));
  for (const repository of truth.filter((one) => isOurs(one) && held.get(one.id)?.isRead === true)) {
    differences.push(...(await compareRepository(house, repository)));
  }
  return differences;
}

const heldRepository = z.object({
  githubId: z.coerce.number(),
  fullName: z.string(),
  isGone: z.boolean(),
  isRead: z.boolean(),
  isWhole: z.boolean(),
});

/** What is there is read to its end under its name, archived ones where they are chosen; what left is known to be gone. */
function compareStanding(
  { id, fullName, isArchived }: Repository,
  isOurs: boolean,
  held: z.output<typeof heldRepository> | undefined,
): readonly string[] {
  const name = `repository ${id} ${fullName}`;
  if (!isOurs)
    return held === undefined || held.isGone ? [] : [`${name}: gone, but held as if it were there`];
  if (held?.isRead !== true) return isArchived ? [] : [`${name}: there, but not read`];
  return [
    ...(held.fullName === fullName ? [] : [`${name}: held as ${held.fullName}`]),
    ...(held.isGone ? [`${name}: there, but held as gone`] : []),
    ...(held.isWhole ? [] : [`${name}: not read to its end`]),
  ];
}

const toRepositoriesSql = (origin: string): string => `
  select
    repository.github_id as "githubId",
    repository.owner_login || '/' || repository.name as "fullName",
    repository.gone_at is not null as "isGone",
    coalesce(repository_sync.is_chosen, false) as "isRead",
    repository_sync.completed_at is not null as "isWhole"
  from repository
  left join repository_sync on repository_sync.repository_id = repository.repository_id
  join host on host.host_id = repository.host_id
  where host.base_url = '${origin}'`;

async function compareRepository(house: Compared, { id, fullName }: Repository): Promise<readonly string[]> {
  const { butTraceless = false } = house;
  const text = await (await fetch(`${house.github.origin}/_emulator/truth?repository=${id}`)).text();
  const truth = text
    .split('\n')
    .filter(Boolean)
    .map((line) => row.parse(JSON.parse(line)));
  const held = new Map(
    (await house.query(toHeldSql(house.github.origin, id))).map((one) => {
      const parsed = row.parse(one['pull']);
      return [parsed.number, parsed];
    }),
  );
  const gone = butTraceless ? await findGoneAccounts(house, [...held.values()]) : new Set<number>();
  const toSeen = (told: Row): Row => (butTraceless ? withoutTraceless(told, gone) : told);
  const seen = new Set(truth.map(({ number }) => number));
  const extra = [...held.keys()].filter((number) => !seen.has(number));
  return [
    ...truth.flatMap((one) => {
      const other = held.get(one.number);
      return compareRow(`${fullName}#${one.number}`, toSeen(one), other && toSeen(other));
    }),
    ...extra.map((number) => `${fullName}#${number}: held, but not there`),
  ];
}

function compareRow(name: string, truth: Row, held: Row | undefined): readonly string[] {
  if (held === undefined) return [`${name}: there, but not held`];
  const left = toFlat(truth);
  const right = toFlat(held);
  return Object.keys(left)
    .filter(
      (field) => left[field] !== right[field] && !(held.marked.includes(field) && isPart(right, left, field)),
    )
    .map((field) => `${name} ${field}: there ${left[field]}, held ${right[field]}`);
}

/** A list that says it is not whole may lack entries; it may not hold what is not there. */
function isPart(held: Flat, truth: Flat, field: string): boolean {
  const there = new Set(truth[field]?.split(separator));
  return held[field] === '' || held[field]?.split(separator).every((entry) => there.has(entry)) === true;
}

type Flat = Readonly<Record<string, string>>;

const separator = ', ';

function withoutTraceless(told: Row, gone: ReadonlySet<number>): Row {
  const { threads, comments, reviewComments, assignees, requestedReviewers } = told.keys;
  const isThere = (key: string): boolean => !gone.has(Number(key.replace('account ', '')));
  const lists = {
    threads: threads.map(toId),
    comments: comments.map(toId),
    reviewComments: reviewComments.map(toId),
    assignees: assignees.filter(isThere),
    requestedReviewers: requestedReviewers.filter(isThere),
  };
  const authorId = told.authorId !== null && gone.has(told.authorId) ? null : told.authorId;
  return { ...told, authorId, keys: { ...told.keys, ...lists } };
}

/** Accounts that are held and that GitHub does not have any more. */
async function findGoneAccounts(house: Compared, held: readonly Row[]): Promise<ReadonlySet<number>> {
  const ids = new Set(
    held.flatMap(({ authorId, keys: { assignees, requestedReviewers } }) => [
      ...(authorId === null ? [] : [authorId]),
      ...assignees.map(Number),
      ...requestedReviewers.flatMap((key) => (key.startsWith('account ') ? Number(key.slice(8)) : [])),
    ]),
  );
  const there = accountIds.parse(await fetchJson(house, `/_emulator/truth?accounts=${[...ids].join(',')}`));
  return ids.difference(new Set(there));
}

const accountIds = z.array(z.number());

const toId = (key: string): string => key.split(' ')[0] ?? key;

const toFlat = ({ keys: lists, marked: _marked, ...fields }: Row): Flat =>
  Object.fromEntries<string>([
    ...Object.entries(fields).map(([field, value]): [string, string] => [field, String(value)]),
    ...Object.entries(lists).map(([field, entries]): [string, string] => [
      field,
      (entries ?? []).toSorted().join(separator),
    ]),
  ]);

const fetchJson = async ({ github }: Compared, path: string): Promise<unknown> =>
  (await fetch(`${github.origin}${path}`)).json();

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const list = (what: string, from: string, only = 'true'): string => `
  coalesce((
    select jsonb_agg(${what})
    from ${from}
    where held.repository_id = pull_request.repository_id
      and held.number = pull_request.number
      and ${only}), '[]'::jsonb)`;

/** `review-comments` as `reviewComments`, `review-requests` as `requestedReviewers`. */
const camelPart = `case held.part
      when 'review-comments' then 'reviewComments'
      when 'review-requests' then 'requestedReviewers'
      when 'closing-issues' then 'closingIssues'
      else held.part
    end`;

const versioned = `held.github_id || ' ' || ${instant('held.source_version')}`;
const alive = 'held.gone_at is null';

/** The pull requests of a repository that are there, each as the ledger would tell it. */
const toHeldSql = (origin: string, githubId: number): string => `
  select jsonb_build_object(
    'number', pull_request.number,
    'state', upper(pull_request.state),
    'isDraft', pull_request.is_draft,
    'createdAt', ${instant('pull_request.created_at')},
    'updatedAt', ${instant('pull_request.source_version')},
    'closedAt', ${instant('pull_request.closed_at')},
    'mergedAt', ${instant('pull_request.merged_at')},
    'authorId', (select github_id from account where account_id = pull_request.author_account_id),
    'baseRefName', pull_request.base_ref,
    'headRefOid', pull_request.head_oid,
    'keys', jsonb_build_object(
      'reviews', ${list(`held.github_id || ' ' || upper(replace(held.state, '-', '_'))`, 'pull_request_review as held', alive)},
      'threads', ${list(`held.node_id || case when held.is_resolved then ' resolved' else ' open' end`, 'pull_request_review_thread as held', alive)},
      'reviewComments', ${list(versioned, 'pull_request_comment as held', `${alive} and held.kind = 'review'`)},
      'comments', ${list(versioned, 'pull_request_comment as held', `${alive} and held.kind = 'conversation'`)},
      'commits', ${list('held.oid', 'pull_request_commit as held')},
      'files', ${list('held.path', 'pull_request_file as held')},
      'labels', ${list('held.name', 'pull_request_label as held')},
      'assignees', ${list('account.github_id::text', 'pull_request_assignee as held join account using (account_id)')},
      'requestedReviewers', ${list(`held.reviewer_kind || ' ' || held.reviewer_key`, 'pull_request_review_request as held')},
      'closingIssues', ${list('held.issue_number::text', 'pull_request_closing_issue as held')}),
    'marked', ${list(camelPart, 'pull_request_part as held', `held.state <> 'complete'`)}) as pull
  from pull_request
  join repository using (repository_id)
  join host using (host_id)
  where repository.github_id = ${githubId}
    and host.base_url = '${origin}'
    and pull_request.gone_at is null`;
