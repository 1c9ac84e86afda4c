create view v_host as
select host_id, kind, base_url, name
from host;

create view v_organisation as
select organisation_id, host_id, github_id, login, name
from organisation;

create view v_connection as
select
  connection.connection_id,
  connection.organisation_id,
  organisation.host_id,
  organisation.login as organisation_login,
  connection.name,
  connection.repository_choice,
  connection.includes_archived,
  connection.includes_forks,
  connection.state,
  connection.paused_at,
  connection.created_at
from connection
join organisation on organisation.organisation_id = connection.organisation_id;
