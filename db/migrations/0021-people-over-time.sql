-- people: whose work an account's is, in which time; people who left, are left out of figures, hidden or merged; robots.

create extension if not exists btree_gist;

-- A link speaks for what the account did from from_at until until_at (absent: since ever, for ever). unlinked_at ends the
-- link itself: it was wrong, or is no longer wanted, and speaks for nothing.
alter table account_link
  add column from_at timestamptz,
  add column until_at timestamptz,
  add constraint account_link_activity check (from_at < until_at);

-- An account is one person's at a time.
drop index account_link_current_key;
alter table account_link
  add constraint account_link_current_key
    exclude using gist (account_id with =, tstzrange(from_at, until_at) with &&) where (unlinked_at is null);
create index account_link_account_idx on account_link (account_id);

-- left_on ends the person's links for new activity and keeps what was; left_at is that day's end in their zone. A merged
-- person is kept for undoing it, and so that their name in an address leads to whom they are now.
alter table person
  add column joined_on date,
  add column left_on date,
  add column left_at timestamptz,
  add column excluded_at timestamptz,
  add column excluded_reason text,
  add column hidden_at timestamptz,
  add column merged_into_person_id bigint,
  add constraint person_left check ((left_on is null) = (left_at is null)),
  add constraint person_stay check (joined_on <= left_on),
  add constraint person_excluded check ((excluded_at is null) = (excluded_reason is null)),
  add constraint person_not_own_merge check (merged_into_person_id <> person_id),
  add constraint person_merged_fk foreign key (merged_into_person_id) references person (person_id) on delete set null;
create index person_merged_idx on person (merged_into_person_id);
create index person_email_idx on person (email);
create index person_name_idx on person (lower(name), slug);

-- What somebody said an account is, where what Throughline recognises is wrong.
alter table account
  add column said_class text,
  add constraint account_said_class check (said_class in ('person', 'bot', 'ai-agent'));

create table person_email (
  person_id bigint not null,
  email text not null,
  added_at timestamptz not null default app_now(),
  constraint person_email_pk primary key (person_id, email),
  constraint person_email_form check (email = lower(email)),
  constraint person_email_person_fk foreign key (person_id) references person (person_id) on delete cascade
);

create index person_email_email_idx on person_email (email);

-- What was done to several rows at once, with what it takes to undo it exactly.
create table person_act (
  person_act_id bigint generated always as identity,
  kind text not null,
  person_id bigint,
  other_person_id bigint,
  detail jsonb not null,
  done_at timestamptz not null default app_now(),
  done_by bigint,
  undone_at timestamptz,
  undone_by bigint,
  constraint person_act_pk primary key (person_act_id),
  constraint person_act_kind check (kind in ('merge', 'split', 'link')),
  constraint person_act_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint person_act_other_fk foreign key (other_person_id) references person (person_id) on delete set null,
  constraint person_act_done_by_fk foreign key (done_by) references app_user (user_id),
  constraint person_act_undone_by_fk foreign key (undone_by) references app_user (user_id)
);

create index person_act_person_idx on person_act (person_id);
create index person_act_other_idx on person_act (other_person_id);
create index person_act_done_by_idx on person_act (done_by);
create index person_act_undone_by_idx on person_act (undone_by);

-- The feed of accounts whose person or class changed, for what is derived of them. Readers take rows of transactions older
-- than every running one, so that none is skipped.
create table people_change (
  seq bigint generated always as identity,
  account_id bigint not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  changed_at timestamptz not null default app_now(),
  constraint people_change_pk primary key (seq)
);

create index people_change_changed_idx on people_change (changed_at);

-- A file of people on its way in: its text part by part, then its rows with what each will do.
create table people_import (
  people_import_id bigint generated always as identity,
  file_name text not null,
  state text not null default 'uploading',
  unknown_columns text[] not null default '{}',
  created_by bigint not null,
  created_at timestamptz not null default app_now(),
  written_at timestamptz,
  constraint people_import_pk primary key (people_import_id),
  constraint people_import_state check (state in ('uploading', 'read', 'written')),
  constraint people_import_created_by_fk foreign key (created_by) references app_user (user_id) on delete cascade
);

create index people_import_created_by_idx on people_import (created_by);

create table people_import_part (
  people_import_id bigint not null,
  position integer not null,
  body text not null,
  constraint people_import_part_pk primary key (people_import_id, position),
  constraint people_import_part_import_fk
    foreign key (people_import_id) references people_import (people_import_id) on delete cascade
);

-- row_number is the line's place in the file as a spreadsheet counts it: the head is row 1. unreadable: what is wrong with
-- the text itself; problems: that, and what is wrong with it here and now.
create table people_import_row (
  people_import_id bigint not null,
  row_number integer not null,
  name text,
  emails text[] not null,
  logins text[] not null,
  joined_on date,
  left_on date,
  zone text,
  team text,
  does text not null,
  unreadable text[] not null,
  problems text[] not null,
  notes text[] not null,
  person_id bigint,
  account_ids bigint[] not null,
  team_id bigint,
  constraint people_import_row_pk primary key (people_import_id, row_number),
  constraint people_import_row_does check (does in ('adds', 'changes', 'nothing', 'wrong')),
  constraint people_import_row_import_fk
    foreign key (people_import_id) references people_import (people_import_id) on delete cascade
);

create index people_import_row_does_idx on people_import_row (people_import_id, does, row_number);

-- identity: e-mail domains of which the workspace says that they are its own, and suggestions that were wrong.
create table verified_domain (
  domain text not null,
  added_by bigint,
  added_at timestamptz not null default app_now(),
  constraint verified_domain_pk primary key (domain),
  constraint verified_domain_form check (domain = lower(domain)),
  constraint verified_domain_added_by_fk foreign key (added_by) references app_user (user_id)
);

create index verified_domain_added_by_idx on verified_domain (added_by);

-- Two things that are not one person: an account and a person, or two accounts (person_id is null).
create table rejected_suggestion (
  rejected_suggestion_id bigint generated always as identity,
  account_id bigint not null,
  person_id bigint,
  other_account_id bigint,
  rejected_by bigint,
  rejected_at timestamptz not null default app_now(),
  constraint rejected_suggestion_pk primary key (rejected_suggestion_id),
  constraint rejected_suggestion_key unique nulls not distinct (account_id, person_id, other_account_id),
  constraint rejected_suggestion_account_fk foreign key (account_id) references account (account_id) on delete cascade,
  constraint rejected_suggestion_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint rejected_suggestion_other_fk
    foreign key (other_account_id) references account (account_id) on delete cascade,
  constraint rejected_suggestion_rejected_by_fk foreign key (rejected_by) references app_user (user_id)
);

create index rejected_suggestion_person_idx on rejected_suggestion (person_id);
create index rejected_suggestion_other_idx on rejected_suggestion (other_account_id);
create index rejected_suggestion_rejected_by_idx on rejected_suggestion (rejected_by);

-- Keys that may bring people in.
alter table api_key
  drop constraint api_key_scope,
  add constraint api_key_scope check (scope in ('read', 'sync', 'people'));
