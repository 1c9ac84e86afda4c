-- ingestion: the size of page that GitHub did not finish, so that pages do not grow into it again at once.

alter table repository_sync
  add column too_large_size integer,
  add column pages_since_too_large integer not null default 0,
  add constraint repository_sync_too_large check (too_large_size between 1 and 100);
