import { emailSource, isTheirs } from './person-emails.sql.ts';

// Each set gives key1 and key2, which order it and name each row once, and data, as it is told. It takes $1 the person
// (absent for who is tied to none), $2 the user and $3 the repositories they can see.

const mine = `
  select account_id, from_at, until_at
  from v_account_person
  where person_id = $1::bigint`;

const fullName = `v_repository.owner_login || '/' || v_repository.name`;

const pullRequests = `
  select
    written.repository_id as key1,
    written.number::text as key2,
    jsonb_build_object(
      'repository', ${fullName}, 'number', written.number, 'title', written.title, 'state', written.state,
      'createdAt', written.created_at, 'mergedAt', written.merged_at, 'closedAt', written.closed_at,
      'baseBranch', written.base_ref, 'headBranch', written.head_ref, 'additions', written.additions,
      'deletions', written.deletions, 'changedFiles', written.changed_files,
      'bodyLength', written.body_length) as data
  from (${mine}) as mine
  join v_pull_request as written
    on written.author_account_id = mine.account_id
    and written.created_at >= mine.from_at
    and written.created_at < mine.until_at
  join v_repository on v_repository.repository_id = written.repository_id
  where written.repository_id = any($3::bigint[])`;

const assignments = `
  select
    given.repository_id as key1,
    given.kind || ' ' || given.number as key2,
    jsonb_build_object('repository', ${fullName}, 'number', given.number, 'as', given.kind) as data
  from (
    select repository_id, number, account_id, 'assignee' as kind
    from v_pull_request_assignee
    union all
    select repository_id, number, account_id, 'reviewer' as kind
    from v_pull_request_review_request) as given
  join (select distinct account_id from (${mine}) as mine) as mine on mine.account_id = given.account_id
  join v_repository on v_repository.repository_id = given.repository_id
  where given.repository_id = any($3::bigint[])`;

const reviews = `
  select
    review.repository_id as key1,
    review.github_id::text as key2,
    jsonb_build_object(
      'repository', ${fullName}, 'number', review.number, 'answer', review.state,
      'submittedAt', review.submitted_at, 'bodyLength', review.body_length) as data
  from (${mine}) as mine
  join v_pull_request_review as review
    on review.author_account_id = mine.account_id
    and review.submitted_at >= mine.from_at
    and review.submitted_at < mine.until_at
  join v_repository on v_repository.repository_id = review.repository_id
  where review.repository_id = any($3::bigint[])`;

const comments = `
  select
    comment.repository_id as key1,
    comment.kind || ' ' || comment.github_id as key2,
    jsonb_build_object(
      'repository', ${fullName}, 'number', comment.number, 'kind', comment.kind,
      'createdAt', comment.created_at, 'bodyLength', comment.body_length) as data
  from (${mine}) as mine
  join v_pull_request_comment as comment
    on comment.author_account_id = mine.account_id
    and comment.created_at >= mine.from_at
    and comment.created_at < mine.until_at
  join v_repository on v_repository.repository_id = comment.repository_id
  where comment.repository_id = any($3::bigint[])`;

const commits = `
  select
    authored.repository_id as key1,
    authored.oid as key2,
    jsonb_build_object(
      'repository', ${fullName}, 'oid', authored.oid, 'authorEmail', authored.author_email,
      'authoredAt', authored.authored_at, 'committedAt', authored.committed_at,
      'messageLength', authored.message_length) as data
  from (${mine}) as mine
  join v_git_commit as authored
    on authored.author_account_id = mine.account_id
    and authored.authored_at >= mine.from_at
    and authored.authored_at < mine.until_at
  join v_repository on v_repository.repository_id = authored.repository_id
  where authored.repository_id = any($3::bigint[])`;

const events = `
  select
    happened.repository_id as key1,
    concat_ws(' ', happened.number, happened.kind, extract(epoch from happened.occurred_at), happened.subject) as key2,
    jsonb_build_object(
      'repository', ${fullName}, 'number', happened.number, 'kind', happened.kind,
      'at', happened.occurred_at, 'subject', happened.subject) as data
  from (${mine}) as mine
  join v_pull_request_event as happened
    on happened.actor_account_id = mine.account_id
    and happened.occurred_at >= mine.from_at
    and happened.occurred_at < mine.until_at
  join v_repository on v_repository.repository_id = happened.repository_id
  where happened.repository_id = any($3::bigint[])`;

const looks = `
  select
    extract(epoch from look.hour_at)::bigint as key1,
    look.user_id || ' ' || look.is_refused || ' ' || look.opened_person_id as key2,
    jsonb_build_object(
      'at', look.looked_at, 'who', case when not look.is_refused then v_user.name end,
      'opened', case when look.is_refused then '{}' else look.kinds end,
      'byKey', look.is_by_key and not look.is_refused, 'refused', look.is_refused) as data
  from v_person_look as look
  join v_user on v_user.user_id = look.user_id
  where look.person_id = $1::bigint`;

const ownLooks = `
  select
    extract(epoch from look.hour_at)::bigint as key1,
    look.opened_person_id::text as key2,
    jsonb_build_object('at', look.looked_at, 'whose', v_person.name, 'opened', look.kinds, 'byKey', look.is_by_key) as data
  from v_person_look as look
  join v_person on v_person.person_id = look.person_id
  where look.user_id = $2::bigint
    and not look.is_refused`;

const audit = `
  select
    entry.audit_id as key1,
    '' as key2,
    jsonb_build_object(
      'at', entry.at, 'who', v_user.name, 'what', entry.action, 'on', entry.subject, 'detail', entry.detail) as data
  from v_audit_entry as entry
  left join v_user on v_user.user_id = entry.actor_user_id
  where entry.actor_user_id = $2::bigint
     or entry.subject = 'user:' || $2::bigint
     or entry.subject = 'person:' || $1::bigint`;

const links = `
  select
    linked.account_id as key1,
    coalesce(linked.from_at::text, '') || linked.has_ended as key2,
    jsonb_build_object(
      'login', v_account.login, 'host', v_host.name, 'from', linked.from_at, 'until', linked.until_at,
      'wasUnlinked', linked.has_ended) as data
  from v_account_link as linked
  join v_account on v_account.account_id = linked.account_id
  join v_host on v_host.host_id = v_account.host_id
  where linked.person_id = $1::bigint`;

const emails = `
  select 0::bigint as key1, known.email || ' ' || known.source as key2,
    jsonb_build_object('email', known.email, 'source', known.source) as data
  from (
    select email, 'your details' as source
    from v_person_email
    where person_id = $1::bigint
    union
    select v_account_email.email, ${emailSource}
    from (${mine}) as mine
    join v_account_email on v_account_email.account_id = mine.account_id
    left join v_connection on v_connection.connection_id = v_account_email.connection_id
    where ${isTheirs}) as known`;

const teams = `
  select
    member.team_id as key1,
    member.from_on::text as key2,
    jsonb_build_object(
      'team', v_team.name, 'part', member.part, 'isLead', member.is_lead, 'from', member.from_on,
      'until', nullif(member.until_on, 'infinity')) as data
  from v_team_member as member
  join v_team on v_team.team_id = member.team_id
  where member.person_id = $1::bigint`;

/** The statement that gives each kind of data about somebody, by its id. */
export const storedSets: Readonly<Record<string, string>> = {
  user: `
    select user_id as key1, '' as key2, jsonb_build_object('email', email, 'name', name, 'role', role) as data
    from v_user
    where user_id = $2::bigint`,
  sessions: `
    select extract(epoch from created_at)::bigint as key1, created_at::text as key2,
      jsonb_build_object('signedInAt', created_at, 'lastSeenAt', last_seen_at, 'endedAt', ended_at) as data
    from v_user_session
    where user_id = $2::bigint`,
  identities: `
    select user_identity_id as key1, '' as key2,
      jsonb_build_object(
        'issuer', issuer, 'subject', subject, 'name', label, 'connectedAt', connected_at, 'lastUsedAt', used_at) as data
    from v_user_identity
    where user_id = $2::bigint`,
  'own-accounts': `
    select own_account_id as key1, '' as key2,
      jsonb_build_object(
        'login', login, 'host', v_host.name, 'connectedAt', connected_at, 'lastUsedAt', used_at) as data
    from v_own_account
    join v_host on v_host.host_id = v_own_account.host_id
    where v_own_account.user_id = $2::bigint`,
  keys: `
    select key_id as key1, '' as key2,
      jsonb_build_object(
        'name', name, 'prefix', prefix, 'scope', scope, 'createdAt', created_at, 'endsAt', expires_at,
        'lastUsedAt', last_used_at, 'revokedAt', revoked_at) as data
    from v_api_key
    where user_id = $2::bigint`,
  grants: `
    select granted.repository_id as key1, '' as key2,
      jsonb_build_object('repository', ${fullName}, 'grantedAt', granted.granted_at) as data
    from v_repository_grant as granted
    join v_repository on v_repository.repository_id = granted.repository_id
    where granted.user_id = $2::bigint`,
  person: `
    select person_id as key1, '' as key2,
      jsonb_build_object(
        'name', name, 'zone', zone, 'joinedOn', joined_on, 'leftOn', left_on, 'isLeftOutOfFigures', is_excluded,
        'leftOutBecause', excluded_reason, 'isHidden', is_hidden) as data
    from v_person
    where person_id = $1::bigint`,
  emails,
  links,
  'awaited-logins': `
    select awaited_login_id as key1, '' as key2,
      jsonb_build_object(
        'login', v_awaited_login.login, 'host', v_host.name, 'file', v_awaited_login.file_name,
        'importedAt', v_awaited_login.imported_at) as data
    from v_awaited_login
    join v_host on v_host.host_id = v_awaited_login.host_id
    where v_awaited_login.person_id = $1::bigint`,
  teams,
  'pull-requests': pullRequests,
  assignments,
  reviews,
  comments,
  commits,
  events,
  looks,
  'own-looks': ownLooks,
  corrections: `
    select correction_id as key1, '' as key2,
      jsonb_build_object(
        'kind', kind, 'about', subject, 'note', note, 'state', state, 'askedAt', asked_at,
        'answeredAt', answered_at, 'answer', answer) as data
    from v_correction
    where person_id = $1::bigint`,
  audit,
  views: `
    select saved_view_id as key1, '' as key2,
      jsonb_build_object('name', name, 'address', address, 'createdAt', created_at) as data
    from v_saved_view
    where owner_user_id = $2::bigint`,
  snoozes: `
    select snoozed.repository_id as key1, snoozed.number || ' ' || snoozed.agreement as key2,
      jsonb_build_object(
        'repository', ${fullName}, 'number', snoozed.number, 'agreement', snoozed.agreement, 'until', snoozed.until_at) as data
    from v_snooze as snoozed
    join v_repository on v_repository.repository_id = snoozed.repository_id
    where snoozed.user_id = $2::bigint
      and snoozed.repository_id = any($3::bigint[])`,
};
