-- ingestion: how often a look-up failed alone; each time it waits longer, from a minute up to a day.

alter table look_again add column failure_count integer not null default 0;
