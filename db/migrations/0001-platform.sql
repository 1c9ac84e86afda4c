-- platform: what the database itself needs before any slice has tables. The record of what was applied, and the clock.

create table schema_migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now(),
  constraint schema_migration_pk primary key (number)
);

-- One row: the hash of the text of db/views that the views in the database were made from.
create table schema_views (
  is_only_row boolean not null default true,
  sha256 text not null,
  created_at timestamptz not null default now(),
  constraint schema_views_pk primary key (is_only_row),
  constraint schema_views_one_row check (is_only_row)
);

-- "Now" for every statement of ours: the transaction's time, moved by throughline.clock_offset (an interval), which
-- only tests set.
create function app_now() returns timestamptz
language sql stable parallel safe
return now() + coalesce(nullif(current_setting('throughline.clock_offset', true), '')::interval, interval '0');
