-- github-access: which version an Enterprise Server told when it was asked last.

alter table host
  add column version text,
  add column version_seen_at timestamptz,
  add constraint host_version check ((version is null) = (version_seen_at is null));
