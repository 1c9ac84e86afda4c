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
  -- When it ended with its data kept; its repositories are read no more.
  connection.disconnected_at,
  connection.choice_revision,
  connection.created_at
from connection
join organisation on organisation.organisation_id = connection.organisation_id;

-- Data of an organisation that are not read: what was read of them is hidden until they are switched on again.
create view v_switched_off as
select
  connection.connection_id,
  connection.organisation_id,
  organisation.login as organisation_login,
  connection_data.data,
  connection_data.switched_off_at
from connection_data
join connection on connection.connection_id = connection_data.connection_id
join organisation on organisation.organisation_id = connection.organisation_id
where connection_data.switched_off_at is not null;

-- GitHub accounts that their users proved to be their own by signing in there.
create view v_own_account as
select
  own_github_account.own_account_id,
  own_github_account.user_id,
  own_github_account.host_id,
  own_github_account.github_id,
  own_github_account.login,
  own_github_account.connected_at,
  own_github_account.used_at
from own_github_account
where own_github_account.ending_at is null;
