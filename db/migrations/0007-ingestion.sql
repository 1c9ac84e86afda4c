-- ingestion: what is read, how far, what waits and why, what could not be read.

-- For the choice "some". GitHub's ids, because a repository may be chosen before it was ever listed.
create table chosen_repository (
  connection_id bigint not null,
  github_id bigint not null,
  constraint chosen_repository_pk primary key (connection_id, github_id),
  constraint chosen_repository_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade
);

-- One row a repository and kind of data. The cursor commits with the rows it covers.
create table repository_sync (
  repository_id bigint not null,
  data text not null,
  connection_id bigint not null,
  -- False once the connection's choice no longer includes it; what was read stays.
  is_chosen boolean not null,
  phase text not null default 'recent',
  cursor text,
  -- Where history goes on after a pass over what is new.
  history_cursor text,
  page_size integer not null,
  -- What GitHub counts, and what is here.
  total integer,
  held_count integer not null default 0,
  -- The newest update seen when the pass under way began; at its end it becomes the watermark: everything updated until
  -- then has been read.
  newest_at timestamptz,
  watermark_at timestamptz,
  -- How far back history has come.
  reached_at timestamptz,
  started_at timestamptz,
  recent_completed_at timestamptz,
  completed_at timestamptz,
  read_at timestamptz,
  wait_reason text,
  wait_until timestamptz,
  failure_code text,
  failure_text text,
  failure_count integer not null default 0,
  -- A job for it is in the queue, to run from then on. Long past: that job was lost.
  expected_at timestamptz,
  constraint repository_sync_pk primary key (repository_id, data),
  constraint repository_sync_data check (data in ('pull-requests')),
  constraint repository_sync_phase check (phase in ('recent', 'history', 'incremental')),
  constraint repository_sync_history check (history_cursor is null or phase = 'incremental'),
  constraint repository_sync_page_size check (page_size between 1 and 100),
  constraint repository_sync_wait check ((wait_reason is null) = (wait_until is null)),
  constraint repository_sync_failure check ((failure_code is null) = (failure_text is null)),
  constraint repository_sync_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade,
  constraint repository_sync_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade
);

create index repository_sync_connection_idx on repository_sync (connection_id);

-- One row a connection: the state of discovering its repositories.
create table connection_sync (
  connection_id bigint not null,
  discovered_at timestamptz,
  wait_reason text,
  wait_until timestamptz,
  failure_code text,
  failure_text text,
  failure_count integer not null default 0,
  expected_at timestamptz,
  constraint connection_sync_pk primary key (connection_id),
  constraint connection_sync_wait check ((wait_reason is null) = (wait_until is null)),
  constraint connection_sync_failure check ((failure_code is null) = (failure_text is null)),
  constraint connection_sync_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade
);

-- Pull requests read, by minute: the rate.
create table sync_progress (
  connection_id bigint not null,
  minute_at timestamptz not null,
  pull_requests integer not null,
  constraint sync_progress_pk primary key (connection_id, minute_at),
  constraint sync_progress_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade
);

-- What GitHub sent and we could not read: kept apart, with its cause, while the rest goes on.
create table quarantined_record (
  quarantined_record_id bigint generated always as identity,
  repository_id bigint not null,
  data text not null,
  key text not null,
  node_id text,
  reason text not null,
  detail text not null,
  sample_sealed text,
  quarantined_at timestamptz not null default app_now(),
  tried_at timestamptz not null default app_now(),
  resolved_at timestamptz,
  constraint quarantined_record_pk primary key (quarantined_record_id),
  constraint quarantined_record_key unique (repository_id, data, key),
  constraint quarantined_record_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create table sync_log (
  sync_log_id bigint generated always as identity,
  connection_id bigint not null,
  repository_id bigint,
  at timestamptz not null default app_now(),
  kind text not null,
  text text not null,
  constraint sync_log_pk primary key (sync_log_id),
  constraint sync_log_kind check (kind in ('started', 'progress', 'waiting', 'finished', 'failed', 'paused', 'resumed')),
  constraint sync_log_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint sync_log_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index sync_log_connection_idx on sync_log (connection_id, at desc);
create index sync_log_repository_idx on sync_log (repository_id);

-- A pull request that GitHub showed in two contents under one version: it is looked up again, and that answer decides.
create table look_again (
  repository_id bigint not null,
  number integer not null,
  asked_at timestamptz not null default app_now(),
  constraint look_again_pk primary key (repository_id, number),
  constraint look_again_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);
