-- github-access: what an administrator changes of a connection, and how it ends.

alter table connection_data
  -- Not read since then, and hidden; absent while it is read.
  add column switched_off_at timestamptz,
  -- What was read of it was deleted then, 30 days after it was switched off.
  add column purged_at timestamptz,
  add constraint connection_data_purged check (purged_at is null or switched_off_at is not null);

alter table connection
  -- Grows with each change of what is read: who changes an older one is told of the newer.
  add column choice_revision integer not null default 1,
  -- When it ended with its data kept: its repositories stay, and connecting the organisation again takes them up.
  add column disconnected_at timestamptz,
  drop constraint connection_state,
  add constraint connection_state check (state in ('active', 'needs-attention', 'disconnecting', 'disconnected')),
  add constraint connection_disconnected check ((state = 'disconnected') = (disconnected_at is not null));

-- A connection that is ending: a job takes it step by step, and goes on where it was cut off.
create table disconnection (
  connection_id bigint not null,
  -- What is done next.
  step text not null default 'revoke',
  removes_data boolean not null,
  -- Whether the App it was read by is uninstalled at GitHub.
  uninstalls_app boolean not null,
  asked_by bigint,
  began_at timestamptz not null default app_now(),
  -- Why the step could not be done yet, and when it is tried again.
  problem text,
  tries integer not null default 0,
  try_again_at timestamptz,
  -- Whether the credential was revoked at GitHub.
  is_revoked boolean not null default false,
  constraint disconnection_pk primary key (connection_id),
  constraint disconnection_step check (step in ('revoke', 'wipe', 'data', 'end')),
  constraint disconnection_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint disconnection_asked_by_fk foreign key (asked_by) references app_user (user_id)
);

create index disconnection_asked_by_idx on disconnection (asked_by);

-- The name of one that was disconnected is free again.
alter table connection drop constraint connection_name_key;
create unique index connection_name_key on connection (name) where state <> 'disconnected';
