import type { Sql } from '../platform/sql/index.ts';
import {
  allOwn,
  completeSigns,
  isOwn,
  isVerified,
  loadDomains,
  loadOthers,
  type Others,
  openAccounts,
  toHoldersText,
} from './signs.sql.ts';
import type { Holder, Signs } from './signs.ts';

// Own addresses that more than one account has.
const sharedOwn = `
  ${allOwn}
  group by v_account_email.email
  having min(v_account_email.account_id) <> max(v_account_email.account_id)`;

const ownHoldersText = `
  select
    v_account_email.email,
    v_account_email.account_id as "accountId",
    v_account.host_id as "hostId",
    bool_or(${isVerified}) as "isVerified"
  from v_account_email
  join v_account on v_account.account_id = v_account_email.account_id
  where v_account_email.account_id = any($2::bigint[])
    and ${isOwn}
    and v_account.class = 'person'
  group by v_account_email.email, v_account_email.account_id, v_account.host_id`;

// Open accounts of which nothing tells but an own address that is theirs alone: each is a person to be made, by name.
const plainText = `
  with open_account as (${openAccounts}),
  own as materialized (
    select distinct v_account_email.account_id
    from v_account_email
    where ${isOwn}
      and v_account_email.account_id <> all($2::bigint[]))
  select open_account.account_id as "accountId", count(*) over ()::integer as total
  from own
  join open_account on open_account.account_id = own.account_id
  order by
    lower(coalesce(nullif(trim(open_account.name), ''), open_account.login)) collate "C",
    open_account.account_id::text collate "C"
  limit $3::integer`;

/** The signs of a page of suggestions, and how many more there are, each of a person to be made of one account. */
interface FirstSigns {
  readonly signs: Signs;
  readonly more: number;
}

/**
 * The same without most of the accounts of which an own address alone tells: of those only the first `limit` by name.
 * They are as many as the organisation has people: 18,000 took a second, half of it here and half in `suggestPeople`.
 */
export async function loadFirstSigns(sql: Sql, limit: number): Promise<FirstSigns> {
  const domains = await loadDomains(sql);
  const [telling, ...others] = await Promise.all([
    sql.query<Holder>(toHoldersText(sharedOwn), [domains]),
    ...loadOthers(sql),
  ]);
  const told = toToldIds(telling, others);
  const plain = await sql.query<{ accountId: number; total: number }>(plainText, [domains, told, limit]);
  const shown = [...told, ...plain.map(({ accountId }) => accountId)];
  const own = await sql.query<Holder>(ownHoldersText, [domains, shown]);
  return {
    signs: await completeSigns(sql, { domains, holders: joinHolders(telling, own), others }),
    more: (plain[0]?.total ?? 0) - plain.length,
  };
}

/** Accounts of which something else tells than an own address that is theirs alone. */
const toToldIds = (
  telling: readonly Holder[],
  [likenesses, noreplies, rejections]: Others,
): readonly number[] => [
  ...new Set([
    ...[...telling, ...likenesses, ...noreplies].map(({ accountId }) => accountId),
    ...rejections.flatMap((one) =>
      'otherAccountId' in one ? [one.accountId, one.otherAccountId] : [one.accountId],
    ),
  ]),
];

const joinHolders = (...parts: readonly (readonly Holder[])[]): readonly Holder[] => [
  ...new Map(parts.flat().map((holder) => [`${holder.accountId} ${holder.email}`, holder])).values(),
];
