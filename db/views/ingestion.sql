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
