// Each login with the host it was written with, where one was.
const namedText = `
  select
    row_number,
    login as written,
    case when login like '%/%' then split_part(login, '/', 1) end as host,
    case when login like '%/%' then split_part(login, '/', 2) else login end as login
  from people_import_row
  cross join unnest(logins) as given (login)
  where people_import_id = $1::bigint`;

const hostsText = `
  select
    v_host.host_id, v_host.name, split_part(regexp_replace(lower(v_host.base_url), '^https?://', ''), '/', 1) as host
  from v_host
  where v_host.kind <> 'demo'`;

// A login means who has it now: of two accounts of one host, a former holder and the present one, the one seen last.
const accountsText = `
  with named as (${namedText}),
  present as (
    select distinct on (account.host_id, lower(account.login))
      account.account_id, lower(account.login) as login, hosts.host
    from account
    join (${hostsText}) as hosts on hosts.host_id = account.host_id
    where lower(account.login) in (select named.login from named)
    order by account.host_id, lower(account.login), account.observed_at desc),
  found as (
    select
      named.row_number, named.written, named.host, named.login,
      count(present.account_id) as accounts, min(present.account_id) as account_id
    from named
    left join present
      on present.login = named.login
      and (named.host is null or present.host = named.host)
    group by named.row_number, named.written, named.host, named.login),
  placed as (
    select
      found.row_number, found.written, found.login, found.accounts, found.account_id,
      count(hosts.host_id) as hosts, min(hosts.host_id) as host_id, min(hosts.name) as host_name
    from found
    left join (${hostsText}) as hosts
      on found.accounts = 0
      and (found.host is null or hosts.host = found.host)
    group by found.row_number, found.written, found.login, found.accounts, found.account_id),
  told as (
    select
      row_number,
      array_remove(array_agg(case when accounts = 1 then account_id end), null) as account_ids,
      array_remove(array_agg(case when accounts = 0 and hosts = 1 then host_id end order by written), null) as host_ids,
      array_remove(array_agg(case when accounts = 0 and hosts = 1 then login end order by written), null) as logins,
      array_remove(array_agg(case when accounts > 1 then format(
        '@%s is there on several hosts. Write host/%s.', written, written) end), null) as problems,
      array_remove(array_agg(case
        when accounts > 0 then null
        when hosts = 1 then format(
          '@%s was not seen on %s yet: the login is kept, and linked once it is.', login, host_name)
        when hosts = 0 then format(
          '@%s is on no host that is connected here, so it is not kept.', written)
        else format(
          '@%s was not seen yet, and may be of several hosts, so it is not kept. Write host/%s to keep it.',
          written, written) end), null) as notes
    from placed
    group by row_number)
  update people_import_row
  set account_ids = told.account_ids,
      awaited_host_ids = told.host_ids,
      awaited_logins = told.logins,
      problems = people_import_row.problems || told.problems,
      notes = told.notes
  from told
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = told.row_number`;

const doubleAwaitedText = `
  with named as (
    select row_number, awaited.host_id, awaited.login
    from people_import_row
    cross join unnest(awaited_host_ids, awaited_logins) as awaited (host_id, login)
    where people_import_id = $1::bigint),
  doubled as (
    select host_id, login, min(row_number) as first
    from named
    group by host_id, login
    having count(*) > 1),
  wrong as (
    select named.row_number, string_agg(
      format('@%s stands in row %s too. An account is one person''s.', named.login, doubled.first), chr(10)) as text
    from named
    join doubled
      on doubled.host_id = named.host_id
      and doubled.login = named.login
      and doubled.first < named.row_number
    group by named.row_number)
  update people_import_row
  set problems = problems || string_to_array(wrong.text, chr(10))
  from wrong
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = wrong.row_number`;

const doubleAccountText = `
  with named as (
    select row_number, unnest(account_ids) as account_id
    from people_import_row
    where people_import_id = $1::bigint),
  doubled as (
    select account_id, min(row_number) as first
    from named
    group by account_id
    having count(*) > 1),
  wrong as (
    select named.row_number, string_agg(
      format('@%s stands in row %s too. An account is one person''s.', account.login, doubled.first), chr(10)) as text
    from named
    join doubled on doubled.account_id = named.account_id and doubled.first < named.row_number
    join account on account.account_id = named.account_id
    group by named.row_number)
  update people_import_row
  set problems = problems || string_to_array(wrong.text, chr(10))
  from wrong
  where people_import_row.people_import_id = $1::bigint
    and people_import_row.row_number = wrong.row_number`;

/** Says of each row of an import which accounts its logins are, which of them wait to be seen, and which stand in two rows. */
export const loginTexts: readonly string[] = [accountsText, doubleAccountText, doubleAwaitedText];
