create view v_user as
select user_id, email, name, role, disabled_at
from app_user;

create view v_workspace as
select name, zone, set_up_at, person_pages
from workspace;
