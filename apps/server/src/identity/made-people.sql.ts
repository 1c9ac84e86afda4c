import type { MadePerson } from '../people/index.ts';
import { AppError } from '../platform/errors/index.ts';
import type { Sql } from '../platform/sql/index.ts';

interface MakeableRow {
  readonly account_id: number;
  readonly login: string;
  readonly name: string | null;
  readonly demo_host_id: number | null;
}

/** A person to be made of each account, named as GitHub names it. */
export async function loadMadePeople(
  tx: Sql,
  accountIds: readonly number[],
  evidenceText: string,
  madeBy: number,
): Promise<readonly MadePerson[]> {
  const rows = await tx.query<MakeableRow>(
    `select
       v_account.account_id,
       v_account.login,
       v_account.name,
       case when v_host.kind = 'demo' then v_host.host_id end as demo_host_id
     from v_account
     join v_host on v_host.host_id = v_account.host_id
     where v_account.account_id = any($1::bigint[])
       and v_account.kind in ('User', 'Mannequin')
     order by lower(coalesce(v_account.name, v_account.login)), v_account.account_id`,
    [accountIds],
  );
  if (rows.length < new Set(accountIds).size) {
    throw new AppError('input-invalid', 'One of these accounts is gone. Reload the page and choose again.');
  }
  return rows.map((row) => toMade(row, evidenceText, madeBy));
}

function toMade(row: MakeableRow, evidenceText: string, createdBy: number): MadePerson {
  const name = row.name?.trim();
  return {
    person: {
      name: name === undefined || name === '' ? row.login : name.slice(0, 200),
      createdBy,
      demoHostId: row.demo_host_id ?? undefined,
    },
    links: [{ accountId: row.account_id, evidence: [{ kind: 'chosen', text: evidenceText }] }],
  };
}
