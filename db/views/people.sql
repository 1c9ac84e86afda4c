create view v_account as
select account_id, host_id, github_id, login, name, kind, node_id
from account;

create view v_person as
select person_id, slug, name, zone, user_id, demo_host_id
from person;

-- Who an account is now. An ended link speaks no more for new questions; history keeps it.
create view v_account_person as
select account_link.account_id, account_link.person_id, person.slug, person.name
from account_link
join person on person.person_id = account_link.person_id
where account_link.unlinked_at is null;
