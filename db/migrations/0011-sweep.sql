-- ingestion: one look at many repositories tells which of them have changed.

alter table connection_sync
  add column swept_at timestamptz,
  add column sweep_expected_at timestamptz;

-- When a look found the repository changed; later than read_at: it is due.
alter table repository_sync
  add column changed_at timestamptz;
