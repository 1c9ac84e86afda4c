create view v_repository_grant as
select user_id, repository_id, granted_by, granted_at
from repository_grant;
