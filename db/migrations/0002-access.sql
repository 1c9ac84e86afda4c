-- access: who signs in, how, and what they did.

create table encryption_key_check (
  key_id text not null,
  check_sealed text not null,
  created_at timestamptz not null default app_now(),
  constraint encryption_key_check_pk primary key (key_id)
);

create table workspace (
  workspace_id smallint not null default 1,
  name text not null default 'Throughline',
  zone text not null default 'UTC',
  set_up_at timestamptz,
  constraint workspace_pk primary key (workspace_id),
  constraint workspace_single check (workspace_id = 1)
);

insert into workspace default values;

create table app_user (
  user_id bigint generated always as identity,
  email text not null,
  name text not null,
  password_hash text not null,
  role text not null,
  created_at timestamptz not null default app_now(),
  password_changed_at timestamptz not null default app_now(),
  disabled_at timestamptz,
  constraint app_user_pk primary key (user_id),
  constraint app_user_role check (role in ('administrator', 'manager', 'member')),
  constraint app_user_email_form check (email = lower(email) and email like '%_@_%')
);

create unique index app_user_email_key on app_user (email);

create table setup_link (
  token_hash bytea not null,
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint setup_link_pk primary key (token_hash)
);

create table invitation (
  invitation_id bigint generated always as identity,
  token_hash bytea not null,
  email text not null,
  role text not null,
  invited_by bigint not null,
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint invitation_pk primary key (invitation_id),
  constraint invitation_token_key unique (token_hash),
  constraint invitation_role check (role in ('administrator', 'manager', 'member')),
  constraint invitation_invited_by_fk foreign key (invited_by) references app_user (user_id)
);

create index invitation_invited_by_idx on invitation (invited_by);

create table user_session (
  token_hash bytea not null,
  user_id bigint not null,
  created_at timestamptz not null default app_now(),
  last_seen_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint user_session_pk primary key (token_hash),
  constraint user_session_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index user_session_user_idx on user_session (user_id);

create table audit_entry (
  audit_id bigint generated always as identity,
  at timestamptz not null default app_now(),
  actor_user_id bigint,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_entry_pk primary key (audit_id),
  constraint audit_entry_actor_fk foreign key (actor_user_id) references app_user (user_id)
);

create index audit_entry_actor_idx on audit_entry (actor_user_id);
create index audit_entry_at_idx on audit_entry (at desc);
