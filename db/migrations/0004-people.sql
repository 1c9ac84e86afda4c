-- people: persons, GitHub accounts as seen, and which account is whose, with dates.

create table account (
  account_id bigint generated always as identity,
  host_id bigint not null,
  github_id bigint not null,
  node_id text,
  login text not null,
  name text,
  kind text not null,
  avatar_url text,
  observed_at timestamptz not null,
  constraint account_pk primary key (account_id),
  constraint account_github_key unique (host_id, github_id),
  constraint account_kind check (kind in ('User', 'Bot', 'Organization', 'Mannequin')),
  constraint account_host_fk foreign key (host_id) references host (host_id) on delete cascade
);

create index account_login_idx on account (lower(login));

create table account_email (
  account_id bigint not null,
  email text not null,
  source text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint account_email_pk primary key (account_id, email, source),
  constraint account_email_form check (email = lower(email)),
  constraint account_email_source check (source in ('commit', 'profile')),
  constraint account_email_account_fk foreign key (account_id) references account (account_id) on delete cascade
);

create index account_email_email_idx on account_email (email);

create table person (
  person_id bigint generated always as identity,
  slug text not null,
  name text not null,
  email text,
  zone text,
  user_id bigint,
  demo_host_id bigint,
  created_by bigint,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  constraint person_pk primary key (person_id),
  constraint person_slug_key unique (slug),
  constraint person_email_form check (email = lower(email)),
  constraint person_user_key unique (user_id),
  constraint person_user_fk foreign key (user_id) references app_user (user_id) on delete set null,
  constraint person_demo_host_fk foreign key (demo_host_id) references host (host_id) on delete cascade,
  constraint person_created_by_fk foreign key (created_by) references app_user (user_id)
);

create index person_demo_host_idx on person (demo_host_id);
create index person_created_by_idx on person (created_by);

create table account_link (
  account_link_id bigint generated always as identity,
  person_id bigint not null,
  account_id bigint not null,
  evidence jsonb not null,
  linked_at timestamptz not null default app_now(),
  linked_by bigint,
  unlinked_at timestamptz,
  unlinked_by bigint,
  constraint account_link_pk primary key (account_link_id),
  constraint account_link_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint account_link_account_fk foreign key (account_id) references account (account_id) on delete cascade,
  constraint account_link_linked_by_fk foreign key (linked_by) references app_user (user_id),
  constraint account_link_unlinked_by_fk foreign key (unlinked_by) references app_user (user_id),
  constraint account_link_period check (unlinked_at is null or unlinked_at >= linked_at)
);

-- An account is one person's at a time.
create unique index account_link_current_key on account_link (account_id) where unlinked_at is null;
create index account_link_person_idx on account_link (person_id);
create index account_link_linked_by_idx on account_link (linked_by);
create index account_link_unlinked_by_idx on account_link (unlinked_by);
