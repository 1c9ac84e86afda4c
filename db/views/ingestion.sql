-- How far the chosen repositories have been read.
create view v_repository_sync as
select
  repository_id,
  data,
  connection_id,
  case
    when failure_code is not null then 'failed'
    when started_at is null then 'waiting'
    else 'reading'
  end as reading,
  total,
  held_count,
  recent_completed_at,
  completed_at,
  read_at
from repository_sync
where is_chosen;
