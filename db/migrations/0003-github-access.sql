-- github-access: hosts, organisations, connections, credentials, quota.

create table host (
  host_id bigint generated always as identity,
  kind text not null,
  base_url text not null,
  name text not null,
  ca_certificate text,
  is_private_allowed boolean not null default false,
  created_at timestamptz not null default app_now(),
  constraint host_pk primary key (host_id),
  constraint host_base_url_key unique (base_url),
  constraint host_kind check (kind in ('github.com', 'enterprise-server', 'data-residency', 'demo'))
);

create table organisation (
  organisation_id bigint generated always as identity,
  host_id bigint not null,
  github_id bigint not null,
  login text not null,
  name text,
  observed_at timestamptz not null,
  constraint organisation_pk primary key (organisation_id),
  constraint organisation_github_key unique (host_id, github_id),
  constraint organisation_host_fk foreign key (host_id) references host (host_id) on delete cascade
);

create table credential (
  credential_id bigint generated always as identity,
  host_id bigint not null,
  kind text not null,
  secret_sealed text not null,
  bucket_owner text not null,
  login text not null,
  account_kind text not null,
  scopes text[],
  ends_at timestamptz,
  checked_at timestamptz not null,
  report jsonb not null,
  created_by bigint,
  created_at timestamptz not null default app_now(),
  constraint credential_pk primary key (credential_id),
  constraint credential_kind check (kind in ('classic-token', 'fine-grained-token', 'other-token')),
  constraint credential_account_kind check (account_kind in ('person', 'service-account', 'bot')),
  constraint credential_host_fk foreign key (host_id) references host (host_id) on delete cascade,
  constraint credential_created_by_fk foreign key (created_by) references app_user (user_id)
);

create index credential_host_idx on credential (host_id);
create index credential_created_by_idx on credential (created_by);

create table connection (
  connection_id bigint generated always as identity,
  organisation_id bigint not null,
  name text not null,
  repository_choice text not null,
  includes_archived boolean not null default false,
  includes_forks boolean not null default false,
  state text not null default 'active',
  attention_code text,
  attention_text text,
  attention_link text,
  paused_at timestamptz,
  created_by bigint,
  created_at timestamptz not null default app_now(),
  constraint connection_pk primary key (connection_id),
  constraint connection_organisation_key unique (organisation_id),
  constraint connection_name_key unique (name),
  constraint connection_repository_choice check (repository_choice in ('all', 'some')),
  constraint connection_state check (state in ('active', 'needs-attention')),
  constraint connection_attention check ((state = 'needs-attention') = (attention_text is not null)),
  constraint connection_organisation_fk
    foreign key (organisation_id) references organisation (organisation_id) on delete cascade,
  constraint connection_created_by_fk foreign key (created_by) references app_user (user_id)
);

create index connection_created_by_idx on connection (created_by);

create table connection_credential (
  connection_id bigint not null,
  credential_id bigint not null,
  role text not null,
  constraint connection_credential_pk primary key (connection_id, credential_id, role),
  constraint connection_credential_role check (role in ('read', 'act', 'hook')),
  constraint connection_credential_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint connection_credential_credential_fk
    foreign key (credential_id) references credential (credential_id) on delete cascade
);

create index connection_credential_credential_idx on connection_credential (credential_id);

-- One budget, spent by any number of workers. A host without limits has rows with quota_limit null.
create table quota_bucket (
  host_id bigint not null,
  bucket_owner text not null,
  resource text not null,
  quota_limit integer,
  remaining integer,
  reserved integer not null default 0,
  reset_at timestamptz,
  blocked_until timestamptz,
  blocked_reason text,
  observed_at timestamptz not null,
  constraint quota_bucket_pk primary key (host_id, bucket_owner, resource),
  constraint quota_bucket_resource check (resource in ('core', 'graphql', 'search')),
  constraint quota_bucket_host_fk foreign key (host_id) references host (host_id) on delete cascade
);

create table quota_spend (
  host_id bigint not null,
  bucket_owner text not null,
  resource text not null,
  lane text not null,
  hour_at timestamptz not null,
  requests integer not null default 0,
  points integer not null default 0,
  constraint quota_spend_pk primary key (host_id, bucket_owner, resource, lane, hour_at),
  constraint quota_spend_lane check (lane in ('person', 'lookup', 'incremental', 'backfill')),
  constraint quota_spend_host_fk foreign key (host_id) references host (host_id) on delete cascade
);
