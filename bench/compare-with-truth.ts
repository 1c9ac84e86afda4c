import * as z from 'zod';

const repositories = z.array(
  z.object({ id: z.number(), fullName: z.string(), isGone: z.boolean(), pullRequests: z.number() }),
);

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
  /** Repositories that have left the organisation are kept as they were, and not compared. */
  readonly github: { readonly origin: string; readonly organisation: string };
  /**
   * Leaves out what changes at GitHub without raising the version of its pull request, so that nobody who asks for what
   * is new can see it: whether a thread is resolved, and when a comment was edited.
   */
  readonly butTraceless?: boolean;
}

/**
 * Compares the database with the emulator's ledger of the truth, row by row: the repositories that are read, their pull
 * requests, and every list entry by entry. Each difference is a line that names both sides.
 */
export async function compareWithTruth(house: Compared): Promise<readonly string[]> {
  const read = new Map(
    (await house.query(toChosenSql(house.github.origin))).map((one) => [
      Number(one['github_id']),
      String(one['full_name']),
    ]),
  );
  const there = repositories.parse(await fetchJson(house, '/_emulator/truth'));
  const differences: string[] = [];
  const isOurs = (fullName: string): boolean => fullName.startsWith(`${house.github.organisation}/`);
  for (const repository of there.filter((one) => !one.isGone && read.has(one.id) && isOurs(one.fullName))) {
    const { id, fullName } = repository;
    if (read.get(id) !== fullName) differences.push(`repository ${id}: ${read.get(id)}, but ${fullName}`);
    differences.push(...(await compareRepository(house, repository)));
  }
  return differences;
}

const toChosenSql = (origin: string): string => `
  select repository.github_id, repository.owner_login || '/' || repository.name as full_name
  from repository
  join repository_sync using (repository_id)
  join host using (host_id)
  where repository_sync.is_chosen
    and host.base_url = '${origin}'`;

async function compareRepository(
  house: Compared,
  { id, fullName }: { readonly id: number; readonly fullName: string },
): Promise<readonly string[]> {
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
  const toSeen = <Told extends Row | undefined>(told: Told) => (butTraceless ? withoutTraceless(told) : told);
  const seen = new Set(truth.map(({ number }) => number));
  const extra = [...held.keys()].filter((number) => !seen.has(number));
  return [
    ...truth.flatMap((one) =>
      compareRow(`${fullName}#${one.number}`, toSeen(one), toSeen(held.get(one.number))),
    ),
    ...extra.map((number) => `${fullName}#${number}: held, but not there`),
  ];
}

function compareRow(name: string, truth: Row, held: Row | undefined): readonly string[] {
  if (held === undefined) return [`${name}: there, but not held`];
  const left = toFlat(truth);
  const right = toFlat(held);
  return Object.keys(left)
    .filter((field) => left[field] !== right[field] && !held.marked.includes(field))
    .map((field) => `${name} ${field}: there ${left[field]}, held ${right[field]}`);
}

function withoutTraceless<Told extends Row | undefined>(told: Told): Told {
  if (told === undefined) return told;
  const { threads, comments, reviewComments } = told.keys;
  const lists = {
    threads: threads.map(toId),
    comments: comments.map(toId),
    reviewComments: reviewComments.map(toId),
  };
  return { ...told, keys: { ...told.keys, ...lists } };
}

const toId = (key: string): string => key.split(' ')[0] ?? key;

const toFlat = ({ keys: lists, marked: _marked, ...fields }: Row): Readonly<Record<string, string>> =>
  Object.fromEntries<string>([
    ...Object.entries(fields).map(([field, value]): [string, string] => [field, String(value)]),
    ...Object.entries(lists).map(([field, entries]): [string, string] => [
      field,
      (entries ?? []).toSorted().join(', '),
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
