-- people: what an organisation's owner is told of its members' addresses, and logins of an import that wait to be seen.

-- Verified addresses of members at domains that their organisation has verified, as GitHub told of all of them at told_at;
-- one that it no longer tells goes.
create table account_verified_email (
  connection_id bigint not null,
  account_id bigint not null,
  email text not null,
  told_at timestamptz not null,
  constraint account_verified_email_pk primary key (connection_id, account_id, email),
  constraint account_verified_email_form check (email = lower(email)),
  constraint account_verified_email_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint account_verified_email_account_fk
    foreign key (account_id) references account (account_id) on delete cascade
);

create index account_verified_email_account_idx on account_verified_email (account_id);
create index account_verified_email_email_idx on account_verified_email (email);

-- Logins, in lower case, that an import named and that nobody had been seen under. The first account seen under one is
-- linked to the person, or not if it is somebody's by then, and the row goes either way: whoever gets the login later is
-- another.
create table awaited_login (
  awaited_login_id bigint generated always as identity,
  person_id bigint not null,
  host_id bigint not null,
  login text not null,
  file_name text not null,
  row_number integer not null,
  imported_at timestamptz not null default app_now(),
  imported_by bigint,
  constraint awaited_login_pk primary key (awaited_login_id),
  constraint awaited_login_key unique (host_id, login),
  constraint awaited_login_form check (login = lower(login)),
  constraint awaited_login_person_fk foreign key (person_id) references person (person_id) on delete cascade,
  constraint awaited_login_host_fk foreign key (host_id) references host (host_id) on delete cascade,
  constraint awaited_login_imported_by_fk foreign key (imported_by) references app_user (user_id)
);

create index awaited_login_person_idx on awaited_login (person_id);
create index awaited_login_imported_by_idx on awaited_login (imported_by);

-- Of a row, the hosts and the logins it will have wait, side by side.
alter table people_import_row
  add column awaited_host_ids bigint[] not null default '{}',
  add column awaited_logins text[] not null default '{}';
