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

-- left_on ends the person's links for new activity and keeps what was. A merged person is kept for undoing it, and so
-- that their name in an address leads to whom they are now.
alter table person
  add column joined_on date,
  add column left_on date,
  add column excluded_at timestamptz,
  add column excluded_reason text,
  add column hidden_at timestamptz,
  add column merged_into_person_id bigint,
  add constraint person_excluded check ((excluded_at is null) = (excluded_reason is null)),
  add constraint person_merged_fk foreign key (merged_into_person_id) references person (person_id);
create index person_merged_idx on person (merged_into_person_id);

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
