-- ingestion: what is read, how far, what waits and why, what could not be read.

create table chosen_repository (
  connection_id bigint not null,
  repository_id bigint not null,
  constraint chosen_repository_pk primary key (connection_id, repository_id),
  constraint chosen_repository_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint chosen_repository_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);

create index chosen_repository_repository_idx on chosen_repository (repository_id);

-- One row a repository and kind of data. The cursor commits with the rows it covers.
create table repository_sync (
  repository_id bigint not null,
  data text not null,
  connection_id bigint not null,
  state text not null default 'waiting',
  phase text not null default 'recent',
  cursor text,
  page_size integer not null default 25,
  total integer,
  read_count integer not null default 0,
  watermark_at timestamptz,
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
  constraint repository_sync_pk primary key (repository_id, data),
  constraint repository_sync_data check (data in ('pull-requests')),
  constraint repository_sync_state check (state in ('waiting', 'reading', 'complete', 'failed')),
  constraint repository_sync_phase check (phase in ('recent', 'history', 'incremental')),
  constraint repository_sync_wait check ((wait_reason is null) = (wait_until is null)),
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
  repositories_seen integer,
  failure_code text,
  failure_text text,
  wait_reason text,
  wait_until timestamptz,
  constraint connection_sync_pk primary key (connection_id),
  constraint connection_sync_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade
);

-- What GitHub sent and we could not read: kept apart, with its cause, while the rest goes on.
create table quarantined_record (
  quarantined_record_id bigint generated always as identity,
  repository_id bigint not null,
  data text not null,
  key text not null,
  reason text not null,
  sample_sealed text,
  quarantined_at timestamptz not null default app_now(),
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

-- A resource GitHub showed in two contents under one version: it is looked up again, and that answer decides.
create table look_again (
  repository_id bigint not null,
  entity text not null,
  key text not null,
  reason text not null,
  asked_at timestamptz not null default app_now(),
  constraint look_again_pk primary key (repository_id, entity, key),
  constraint look_again_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade
);
