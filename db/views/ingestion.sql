-- How far the chosen repositories have been read: what figures computed over them must say beside themselves. A page
-- that failed once or twice is asked for again and is no failure yet. What is unreadable was gone past, so that a
-- repository may be complete without it.
create view v_repository_sync as
select
  repository_id,
  data,
  connection_id,
  case
    when failure_count >= 3 then 'failed'
    when started_at is null then 'waiting'
    else 'reading'
  end as reading,
  total,
  least(held_count, total) as held_count,
  recent_completed_at,
  completed_at,
  read_at,
  (
    select count(*)::integer
    from quarantined_record
    where quarantined_record.repository_id = repository_sync.repository_id
      and quarantined_record.data = repository_sync.data
      and quarantined_record.resolved_at is null) as unreadable_count
from repository_sync
where is_chosen;

-- How many lists of the pull requests here are whole (reason is null) or not, and why; entries held and entries that
-- GitHub counts. Counted some seconds after the data change.
create view v_completeness as
select
  repository_id,
  part,
  nullif(cause, 'whole') as reason,
  pull_requests,
  held,
  github_total,
  uncounted
from completeness_part;

-- Repositories that were counted at all; settled: a count with nothing new since confirmed it.
create view v_completeness_count as
select repository_id, is_settled
from completeness_count;

-- Of the pull requests here, those whose lists of one kind of data are all whole, and how many entries are here.
create view v_completeness_kind as
select repository_id, kind, pull_requests, whole, held
from completeness_kind
where kind <> 'files'
   or not exists (
     select from repository_sync
     join v_switched_off on v_switched_off.connection_id = repository_sync.connection_id
     where repository_sync.repository_id = completeness_kind.repository_id
       and v_switched_off.data = 'files');
