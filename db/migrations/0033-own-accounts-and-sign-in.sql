-- access: how a user is known besides by a password, and single sign-on.
-- github-access: GitHub accounts that users connected as their own, and hosts by whose accounts one may sign in.

-- Absent: somebody who came by an invitation and an identity, and never had a password.
alter table app_user alter column password_hash drop not null;

-- Administrators always may, so that somebody gets in when a provider does not answer.
alter table workspace add column is_password_for_all boolean not null default true;

-- How the session began, so that its end can lead to the provider's.
alter table user_session add column is_sign_on boolean not null default false;

create table user_identity (
  user_identity_id bigint not null generated always as identity,
  user_id bigint not null,
  -- Of GitHub: its web origin and the account's number. An e-mail address names nobody here.
  issuer text not null,
  subject text not null,
  -- As the issuer called them last: shown, never compared.
  label text not null,
  connected_at timestamptz not null default app_now(),
  used_at timestamptz,
  constraint user_identity_pk primary key (user_identity_id),
  constraint user_identity_key unique (issuer, subject),
  constraint user_identity_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index user_identity_user on user_identity (user_id);

create table sign_on_provider (
  provider_id smallint not null default 1,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed text not null,
  scopes text[] not null,
  -- Absent: roles are given here, and no sign-in changes them.
  groups_claim text,
  administrator_groups text[] not null,
  manager_groups text[] not null,
  member_groups text[] not null,
  ungrouped text not null,
  -- Verified e-mail domains whose users may come uninvited; none: by invitation only.
  open_domains text[] not null,
  is_private_allowed boolean not null,
  end_session_url text,
  changed_at timestamptz not null default app_now(),
  constraint sign_on_provider_pk primary key (provider_id),
  constraint sign_on_provider_single check (provider_id = 1),
  constraint sign_on_provider_ungrouped check (ungrouped in ('refused', 'member'))
);

create table own_github_account (
  own_account_id bigint not null generated always as identity,
  user_id bigint not null,
  host_id bigint not null,
  registration_id bigint not null,
  github_id bigint not null,
  login text not null,
  token_sealed text not null,
  token_ends_at timestamptz,
  refresh_sealed text,
  refresh_ends_at timestamptz,
  scopes text[] not null,
  connected_at timestamptz not null default app_now(),
  used_at timestamptz,
  -- GitHub takes it no more: it was revoked there, or a renewal was lost on its way.
  lost_at timestamptz,
  -- Its user removed it, and GitHub has not been told yet. It serves for nothing but that.
  ending_at timestamptz,
  constraint own_github_account_pk primary key (own_account_id),
  -- Nobody else can claim it.
  constraint own_github_account_key unique (host_id, github_id),
  constraint own_github_account_user_key unique (user_id, host_id),
  constraint own_github_account_user_fk foreign key (user_id) references app_user (user_id),
  constraint own_github_account_host_fk foreign key (host_id) references host (host_id) on delete cascade,
  constraint own_github_account_registration_fk
    foreign key (registration_id) references app_registration (registration_id),
  constraint own_github_account_refresh check ((refresh_sealed is null) = (refresh_ends_at is null))
);

create index own_github_account_registration on own_github_account (registration_id);
create index own_github_account_ending on own_github_account (ending_at) where ending_at is not null;

create table github_sign_in (
  host_id bigint not null,
  allowed_at timestamptz not null default app_now(),
  constraint github_sign_in_pk primary key (host_id),
  constraint github_sign_in_host_fk foreign key (host_id) references host (host_id) on delete cascade
);
