-- people: what an organisation's owner is told of its members' addresses.

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
