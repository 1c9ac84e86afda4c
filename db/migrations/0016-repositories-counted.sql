-- ingestion: how many repositories GitHub counted when they were listed; a sweep that counts others has the list asked.

alter table connection_sync add column repository_total integer;
