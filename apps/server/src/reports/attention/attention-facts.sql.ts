import { dropNulls, type Nullable, type Sql } from '../../platform/sql/index.ts';
import type { VisibleRepositories } from '../../visibility/index.ts';
import type { AttentionFacts } from './attention-facts.ts';
import type { Span } from './judge-exceptions.ts';

/** Facts of one pull request with what places it: whose it is, and why it is left out. Names are not looked up. */
export interface FactRow extends AttentionFacts {
  readonly repositoryId: number;
  readonly number: number;
  readonly authorPersonId?: number | undefined;
  readonly isRobot: boolean;
  /** Why figures leave it out; bots and AI agents are not left out here but stand apart. */
  readonly leftOutReason?: string | undefined;
}

/** A pull request by its key. */
export interface PullRequestKey {
  readonly repositoryId: number;
  readonly number: number;
}

type Columns = Nullable<Omit<FactRow, 'askedOf' | 'reviewedBy'>>;

// Somebody whom figures leave out still has work to do, and others on it.
const ownKindsSql = `'bot', 'ai-agent', 'person'`;
const robotKindsSql = `'bot', 'ai-agent'`;

const toText = (pickedSql: string, countedKindsSql = robotKindsSql): string => `
  select
    fact.repository_id as "repositoryId",
    fact.number,
    case
      when fact.merged_at is not null then 'merged'
      when fact.closed_at is not null then 'closed'
      else 'open'
    end as state,
    v_pull_request.is_draft as "isDraft",
    v_pull_request.review_decision as "reviewDecision",
    fact.ready_at as "readyAt",
    fact.first_response_at as "firstResponseAt",
    fact.last_approval_at as "lastApprovalAt",
    fact.last_commit_at as "lastCommitAt",
    fact.changes_requested_at as "changesRequestedAt",
    fact.last_author_action_at as "lastAuthorActionAt",
    fact.last_reviewer_action_at as "lastReviewerActionAt",
    fact.merged_at as "mergedAt",
    fact.closed_at as "closedAt",
    fact.lines,
    fact.author_class in ('bot', 'ai-agent') as "isRobot",
    case when fact.exclusion_kind in (${countedKindsSql}) then null else fact.exclusion_reason end as "leftOutReason",
    author.person_id as "authorPersonId"
  from v_pull_request_fact as fact
  join v_pull_request
    on v_pull_request.repository_id = fact.repository_id
    and v_pull_request.number = fact.number
  left join v_account_person as author
    on author.account_id = fact.author_account_id
    and fact.opened_at >= author.from_at
    and fact.opened_at < author.until_at
  where fact.repository_id = any($1::bigint[])
    and ${pickedSql}`;

const openSql = 'fact.merged_at is null and fact.closed_at is null';

// What was merged without a review is talked about for a week.
const nowSql = `(
  ${openSql}
  or fact.merged_at >= app_now() - interval '7 days'
    and (fact.first_response_at is null or fact.first_response_at > fact.merged_at))`;

const byPersonText = toText(`${openSql} and author.person_id = $2::bigint`, ownKindsSql);
const byTeamsText = toText(`${nowSql} and author.person_id in (
  select person_id
  from v_team_contributor
  where team_id = any($2::bigint[])
    and from_on <= $3::date
    and until_on > $3::date)`);
const byRepositoryText = toText(`${nowSql} and fact.repository_id = any($2::bigint[])`);
const byKeysText = toText(
  `(fact.repository_id, fact.number) in (
    select repository_id, number
    from unnest($2::bigint[], $3::integer[]) as asked (repository_id, number))`,
  ownKindsSql,
);
const inSpanText = toText(`
  fact.opened_at < $4::timestamptz
  and (${openSql} or fact.merged_at >= $3::timestamptz or fact.closed_at >= $3::timestamptz)
  and author.person_id in (
    select person_id
    from v_team_contributor
    where team_id = $2::bigint
      and from_on <= $6::date
      and until_on > $5::date)`);

async function loadFacts(
  sql: Sql,
  text: string,
  visible: VisibleRepositories,
  values: readonly unknown[],
): Promise<readonly FactRow[]> {
  const rows = await sql.query<Columns>(text, [visible.ids, ...values]);
  return rows.map((row) => ({
    ...dropNulls<Omit<FactRow, 'askedOf' | 'reviewedBy'>>(row),
    askedOf: [],
    reviewedBy: [],
  }));
}

/** Open pull requests that a person wrote. */
export const loadFactsByPerson = (sql: Sql, visible: VisibleRepositories, personId: number) =>
  loadFacts(sql, byPersonText, visible, [personId]);

/** What is open, or was merged unreviewed lately, of those who work in these teams or below them on a day. */
export const loadFactsByTeams = (
  sql: Sql,
  visible: VisibleRepositories,
  { teamIds, on }: { readonly teamIds: readonly number[]; readonly on: string },
) => loadFacts(sql, byTeamsText, visible, [teamIds, on]);

/** What is open, or was merged unreviewed lately, in these repositories. */
export const loadFactsByRepository = (
  sql: Sql,
  visible: VisibleRepositories,
  repositoryIds: readonly number[],
) => loadFacts(sql, byRepositoryText, visible, [repositoryIds]);

/** Facts of these pull requests, those that the reader may see. */
export const loadFactsOf = (sql: Sql, visible: VisibleRepositories, keys: readonly PullRequestKey[]) =>
  loadFacts(sql, byKeysText, visible, [
    keys.map(({ repositoryId }) => repositoryId),
    keys.map(({ number }) => number),
  ]);

/** What was open at any time of a span, of those who worked in the team or below it on any of its days. */
export const loadFactsInSpan = (sql: Sql, visible: VisibleRepositories, teamId: number, span: Span) =>
  loadFacts(sql, inSpanText, visible, [teamId, span.fromAt, span.untilAt, span.fromOn, span.untilOn]);
