import type { Sql } from '../../platform/sql/index.ts';
import { insertLinks, type NewLink } from '../links.sql.ts';
import { recordAccountsChanged } from '../people-change.sql.ts';
import { insertPersons, type NewPerson } from '../persons.sql.ts';
import { type ActDetail, insertAct } from './person-acts.sql.ts';

/** A person to be made, with the accounts that are theirs. */
export interface MadePerson {
  readonly person: NewPerson;
  readonly links: readonly Omit<NewLink, 'personId'>[];
  readonly furtherEmails?: readonly string[];
}

export interface LinkedTogether {
  readonly madePeople: number;
  readonly linkedAccounts: number;
  /** The act by which it is undone; absent where nothing was done. */
  readonly personActId?: number;
}

/** Makes people and links accounts in one act. Throws `account-linked-elsewhere`, and then nothing is done. */
export async function linkTogether(
  tx: Sql,
  { links, made }: { readonly links: readonly NewLink[]; readonly made: readonly MadePerson[] },
  doneBy: number,
): Promise<LinkedTogether> {
  const persons = await insertPersons(
    tx,
    made.map(({ person }) => person),
  );
  const madeLinks = made.flatMap((each, position) =>
    each.links.map((link) => ({ ...link, personId: persons[position]?.personId ?? 0 })),
  );
  await insertFurtherEmails(tx, persons, made);
  const all = [...links, ...madeLinks];
  if (all.length === 0 && persons.length === 0) return { madePeople: 0, linkedAccounts: 0 };
  const linkIds = await insertLinks(tx, all, doneBy);
  const personIds = persons.map(({ personId }) => personId);
  const personActId = await insertAct(tx, { doneBy, detail: { kind: 'link', linkIds, personIds } });
  return { madePeople: persons.length, linkedAccounts: all.length, personActId };
}

async function insertFurtherEmails(
  tx: Sql,
  persons: readonly { readonly personId: number }[],
  made: readonly MadePerson[],
): Promise<void> {
  const rows = made.flatMap(({ furtherEmails = [] }, position) =>
    furtherEmails.map((email) => ({ personId: persons[position]?.personId, email })),
  );
  await tx.query(
    `insert into person_email (person_id, email)
     select given.person_id, given.email
     from unnest($1::bigint[], $2::text[]) as given (person_id, email)
     on conflict (person_id, email) do nothing`,
    [rows.map(({ personId }) => personId), rows.map(({ email }) => email)],
  );
}

/**
 * Takes links made together away, as if they had never been, and the people made for them who have got nothing since.
 */
export async function undoLinks(tx: Sql, detail: Extract<ActDetail, { kind: 'link' }>): Promise<void> {
  const rows = await tx.query<{ account_id: number }>(
    `delete from account_link
     where account_link_id = any($1::bigint[])
     returning account_id`,
    [detail.linkIds],
  );
  await recordAccountsChanged(
    tx,
    rows.map((row) => row.account_id),
  );
  await tx.query(
    `delete from person
     where person.person_id = any($1::bigint[])
       and person.user_id is null
       and person.merged_into_person_id is null
       and not exists (select from account_link where account_link.person_id = person.person_id)
       and not exists (select from person as merged where merged.merged_into_person_id = person.person_id)
       and not exists (select from awaited_login where awaited_login.person_id = person.person_id)
       and not exists (select from v_team_member where v_team_member.person_id = person.person_id)`,
    [detail.personIds],
  );
}
