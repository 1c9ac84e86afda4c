import type { AttentionRow } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import { type RowColumns, toNamedRow } from '../row-columns.ts';
import { type Item, toGroup } from './arrange-attention.ts';
import type { PullRequestKey } from './attention-facts.sql.ts';
import { type AttentionWords, toAttentionWords } from './attention-words.ts';
import { type Attention, agreementOf, isBeyond } from './judge-attention.ts';
import type { Turn } from './judge-waiting.ts';

interface NameColumns extends RowColumns {
  readonly asked_of: readonly string[];
  readonly asked_person_ids: readonly (number | null)[];
  readonly reviewed_by: readonly string[];
  readonly reviewed_person_ids: readonly (number | null)[];
}

// Asked for names of people where they are known, else of accounts; a team at GitHub has no name here.
const selectNames = `
  with asked as (
    select distinct repository_id, number
    from unnest($1::bigint[], $2::integer[]) as given (repository_id, number)),
  requested as (
    select
      asked.repository_id,
      asked.number,
      array_agg(distinct coalesce(person.name, v_account.login, 'a team at GitHub')) as names,
      array_agg(distinct person.person_id) as person_ids
    from asked
    join v_pull_request_review_request as request
      on request.repository_id = asked.repository_id
      and request.number = asked.number
    left join v_account on v_account.account_id = request.account_id
    left join v_account_person as person
      on person.account_id = request.account_id
      and app_now() >= person.from_at
      and app_now() < person.until_at
    group by asked.repository_id, asked.number),
  reviewed as (
    select
      asked.repository_id,
      asked.number,
      array_agg(distinct coalesce(person.name, v_account.login)) as names,
      array_agg(distinct person.person_id) as person_ids
    from asked
    join v_participant_fact as took_part
      on took_part.repository_id = asked.repository_id
      and took_part.number = asked.number
      and took_part.reviews > 0
      and not took_part.is_robot
    join v_account on v_account.account_id = took_part.account_id
    left join v_account_person as person
      on person.account_id = took_part.account_id
      and took_part.last_action_at >= person.from_at
      and took_part.last_action_at < person.until_at
    group by asked.repository_id, asked.number)
  select
    v_pull_request.repository_id,
    v_repository.owner_login || '/' || v_repository.name as full_name,
    v_host.name as host_name,
    v_host.kind as host_kind,
    v_host.base_url,
    v_pull_request.number,
    v_pull_request.title,
    v_account.login as actor_login,
    v_account.kind as actor_kind,
    v_account.class as actor_class,
    author.slug as actor_slug,
    author.name as actor_name,
    0 as total,
    coalesce(requested.names, '{}'::text[]) as asked_of,
    coalesce(requested.person_ids, '{}'::bigint[]) as asked_person_ids,
    coalesce(reviewed.names, '{}'::text[]) as reviewed_by,
    coalesce(reviewed.person_ids, '{}'::bigint[]) as reviewed_person_ids
  from asked
  join v_pull_request
    on v_pull_request.repository_id = asked.repository_id
    and v_pull_request.number = asked.number
  join v_repository on v_repository.repository_id = v_pull_request.repository_id
  join v_host on v_host.host_id = v_repository.host_id
  left join v_account on v_account.account_id = v_pull_request.author_account_id
  left join v_account_person as author
    on author.account_id = v_pull_request.author_account_id
    and v_pull_request.created_at >= author.from_at
    and v_pull_request.created_at < author.until_at
  left join requested
    on requested.repository_id = asked.repository_id
    and requested.number = asked.number
  left join reviewed
    on reviewed.repository_id = asked.repository_id
    and reviewed.number = asked.number`;

const toKey = ({ repositoryId, number }: PullRequestKey): string => `${repositoryId}#${number}`;

interface Telling<Told extends Attention> {
  readonly now: Date;
  /** Whose part is told, where the reader is somebody else. */
  readonly name?: string | undefined;
  /** The reader's own person, who may be one of those whose turn it is. */
  readonly readerId?: number | undefined;
  /** Other words than those for what goes on. */
  readonly toWords?: (attention: Told, lines: number | undefined) => AttentionWords;
}

/** The rows of items as lists show them, in their order. Items come from facts that were read for their reader. */
export async function loadAttentionRows<Told extends Attention>(
  sql: Sql,
  items: readonly Item<Told>[],
  { now, name, readerId, toWords }: Telling<Told>,
): Promise<AttentionRow[]> {
  if (items.length === 0) return [];
  const columns = await sql.query<NameColumns>(selectNames, [
    items.map(({ facts }) => facts.repositoryId),
    items.map(({ facts }) => facts.number),
  ]);
  const byKey = new Map(
    columns.map((each) => [toKey({ repositoryId: each.repository_id, number: each.number }), each]),
  );
  return items.flatMap((item) => {
    const named = byKey.get(toKey(item.facts));
    if (named === undefined) return [];
    const attention: Told = { ...item.attention, turn: toNamedTurn(item.attention, named) };
    const { part, facts } = item;
    const isAsked = readerId !== undefined && listAsked(attention, named).includes(readerId);
    const words =
      toWords?.(attention, facts.lines) ??
      toAttentionWords(attention, { part, now, name, isAsked, lines: facts.lines });
    return [{ ...toRow({ ...item, attention }, named, words), isBeyond: isBeyond(attention, now) }];
  });
}

/** Those who are asked, else for a second look those who reviewed before. */
function toNamedTurn({ kind, turn }: Attention, named: NameColumns): Turn {
  if (turn.kind === 'author') return turn;
  const names = isOfAsked(kind, named) ? named.asked_of : named.reviewed_by;
  return names.length === 0 ? { kind: 'anybody' } : { kind: 'reviewers', names };
}

const listAsked = ({ kind, turn }: Attention, named: NameColumns): readonly (number | null)[] => {
  if (turn.kind === 'author') return [];
  return isOfAsked(kind, named) ? named.asked_person_ids : named.reviewed_person_ids;
};

const isOfAsked = (kind: Attention['kind'], named: NameColumns): boolean =>
  kind === 'first-review' || named.asked_of.length > 0;

function toRow(item: Item, named: NameColumns, words: AttentionWords): Omit<AttentionRow, 'isBeyond'> {
  const { facts, attention, snoozedUntilAt } = item;
  return {
    ...toNamedRow(named),
    group: toGroup(item),
    agreement: agreementOf[attention.kind],
    turnOf: toTurnNames(attention.turn, named),
    sinceAt: attention.sinceAt.toISOString(),
    cause: words.cause,
    until: words.until,
    sentence: words.sentence,
    ...(snoozedUntilAt === undefined ? {} : { snoozedUntilAt: snoozedUntilAt.toISOString() }),
    ...(facts.leftOutReason === undefined ? {} : { leftOutReason: facts.leftOutReason }),
  };
}

function toTurnNames(turn: Turn, { actor_name: name, actor_login: login }: NameColumns): string[] {
  if (turn.kind === 'reviewers') return [...turn.names];
  return turn.kind === 'author' ? [name ?? login ?? 'ghost'] : [];
}
