-- ingestion: what pages of pull requests brought, beside how many they were.

alter table sync_progress
  add column added integer not null default 0,
  add column changed integer not null default 0;
