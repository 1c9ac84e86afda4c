import type { Suggestion } from '@throughline/contract';
import type { Sql } from '../platform/sql/index.ts';
import { loadFirstSigns } from './first-signs.sql.ts';
import { loadSigns } from './signs.sql.ts';
import { type SuggestedPerson, suggestPeople } from './suggest-people.ts';

/** Who the accounts of nobody may be, the certain ones first. */
export const findSuggestions = async (sql: Sql): Promise<readonly SuggestedPerson[]> =>
  suggestPeople(await loadSigns(sql));

interface FirstSuggestions {
  readonly suggestions: readonly SuggestedPerson[];
  readonly certain: number;
  readonly total: number;
}

/** The first of them, and how many there are. */
export async function findFirstSuggestions(sql: Sql, limit: number): Promise<FirstSuggestions> {
  const { signs, more } = await loadFirstSigns(sql, limit);
  const suggested = suggestPeople(signs);
  return {
    suggestions: suggested.slice(0, limit),
    certain: suggested.filter(({ isCertain }) => isCertain).length + more,
    total: suggested.length + more,
  };
}

type KnownAccount = Suggestion['accounts'][number];

/** Suggestions as a page shows them, with the accounts and people they name. */
export async function loadSuggestionRows(
  sql: Sql,
  suggested: readonly SuggestedPerson[],
): Promise<Suggestion[]> {
  const accounts = await loadKnownAccounts(
    sql,
    suggested.flatMap(({ accountIds }) => accountIds),
  );
  const slugs = await loadSlugs(
    sql,
    suggested.flatMap(({ personId }) => (personId === undefined ? [] : [personId])),
  );
  return suggested.map(({ key, personId, name, accountIds, evidence, isCertain }) => {
    const slug = personId === undefined ? undefined : slugs.get(personId);
    return {
      key,
      name,
      accounts: accountIds.flatMap((accountId) => accounts.get(accountId) ?? []),
      evidence: [...evidence],
      isCertain,
      ...(slug === undefined ? {} : { person: { slug, name } }),
    };
  });
}

interface AccountRow {
  readonly account_id: number;
  readonly host_id: number;
  readonly host_name: string;
  readonly host_kind: string;
  readonly base_url: string;
  readonly github_id: number;
  readonly login: string;
  readonly name: string | null;
  readonly kind: KnownAccount['kind'];
}

/** Accounts by their ids, as pages show them. */
export async function loadKnownAccounts(
  sql: Sql,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, KnownAccount>> {
  const rows = await sql.query<AccountRow>(
    `select
       v_account.account_id,
       v_account.host_id,
       v_host.name as host_name,
       v_host.kind as host_kind,
       v_host.base_url,
       v_account.github_id,
       v_account.login,
       v_account.name,
       v_account.kind
     from v_account
     join v_host on v_host.host_id = v_account.host_id
     where v_account.account_id = any($1::bigint[])`,
    [accountIds],
  );
  return new Map(rows.map((row) => [row.account_id, toKnownAccount(row)]));
}

const toKnownAccount = (row: AccountRow): KnownAccount => ({
  accountId: row.account_id,
  hostId: row.host_id,
  hostName: row.host_name,
  githubId: row.github_id,
  login: row.login,
  kind: row.kind,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.host_kind === 'demo' ? {} : { url: `${row.base_url}/${row.login}` }),
});

/** The names in the address of people, by their ids. */
export async function loadSlugs(
  sql: Sql,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql.query<{ person_id: number; slug: string }>(
    'select person_id, slug from v_person where person_id = any($1::bigint[])',
    [personIds],
  );
  return new Map(rows.map((row) => [row.person_id, row.slug]));
}
