create view v_user as
select user_id, email, name, role, disabled_at
from app_user;

create view v_workspace as
select name, zone, set_up_at, person_pages, working_days
from workspace;

-- What a user can see of their own keys and sessions; never what opens them.
create view v_api_key as
select key_id, user_id, name, prefix, scope, created_at, expires_at, last_used_at, revoked_at
from api_key;

create view v_user_session as
select user_id, created_at, last_seen_at, expires_at, ended_at
from user_session;

create view v_audit_entry as
select audit_id, at, actor_user_id, action, subject, detail
from audit_entry;

-- Who a user is elsewhere: what signs them in, and nothing that opens it.
create view v_user_identity as
select user_identity_id, user_id, issuer, subject, label, connected_at, used_at
from user_identity;
