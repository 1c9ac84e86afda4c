-- access: what was sent to a sign-in elsewhere and may come back once, to the browser it left from.
-- github-access: apps registered on a host, credentials that come by them, and which data a connection reads.

create table authorisation_attempt (
  state_hash bytea not null,
  purpose text not null,
  -- A digest of what only this browser holds: its session, or its visitor's cookie.
  browser_hash bytea not null,
  user_id bigint,
  payload jsonb not null,
  expires_at timestamptz not null,
  constraint authorisation_attempt_pk primary key (state_hash),
  constraint authorisation_attempt_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index authorisation_attempt_user on authorisation_attempt (user_id);
create index authorisation_attempt_expires on authorisation_attempt (expires_at);

create table app_registration (
  registration_id bigint not null generated always as identity,
  host_id bigint not null,
  kind text not null,
  client_id text not null,
  client_secret_sealed text not null,
  -- Of a GitHub App only.
  github_app_id bigint,
  slug text,
  private_key_sealed text,
  webhook_secret_sealed text,
  name text not null,
  owner_login text,
  -- What it asks for: permission to level.
  permissions jsonb,
  made_how text not null,
  created_by bigint,
  created_at timestamptz not null default app_now(),
  constraint app_registration_pk primary key (registration_id),
  constraint app_registration_client_key unique (host_id, client_id),
  constraint app_registration_host_fk foreign key (host_id) references host (host_id) on delete cascade,
  constraint app_registration_created_by_fk foreign key (created_by) references app_user (user_id),
  constraint app_registration_kind check (kind in ('github-app', 'oauth-app')),
  constraint app_registration_made_how check (made_how in ('manifest', 'by-hand')),
  constraint app_registration_app check (
    (kind = 'github-app') = (github_app_id is not null)
    and (kind = 'github-app') = (slug is not null)
    and (kind = 'github-app') = (private_key_sealed is not null)
    and (kind = 'github-app') = (permissions is not null))
);

create index app_registration_created_by on app_registration (created_by);

alter table credential
  alter column secret_sealed drop not null,
  add column registration_id bigint,
  add column installation_id bigint,
  -- What an installation was granted: permission to level.
  add column permissions jsonb,
  add constraint credential_registration_fk
    foreign key (registration_id) references app_registration (registration_id),
  drop constraint credential_kind,
  add constraint credential_kind check (
    kind in ('classic-token', 'fine-grained-token', 'other-token', 'oauth-token', 'app-installation')),
  add constraint credential_secret check ((kind = 'app-installation') = (secret_sealed is null)),
  add constraint credential_installation check (
    (kind = 'app-installation') = (installation_id is not null)
    and (kind = 'app-installation') = (permissions is not null)),
  add constraint credential_of_registration check (
    (kind in ('oauth-token', 'app-installation')) = (registration_id is not null));

create index credential_registration on credential (registration_id);

create table connection_data (
  connection_id bigint not null,
  data text not null,
  constraint connection_data_pk primary key (connection_id, data),
  constraint connection_data_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint connection_data_data check (data in ('pull-requests', 'files', 'members'))
);

insert into connection_data (connection_id, data)
select connection.connection_id, switch.data
from connection
cross join (values ('pull-requests'), ('files'), ('members')) as switch (data);

-- platform: which running process knows which keys, the first of which it seals with.

create table encryption_key_holder (
  holder_id uuid not null,
  name text not null,
  key_ids text[] not null,
  seen_at timestamptz not null default app_now(),
  constraint encryption_key_holder_pk primary key (holder_id)
);
