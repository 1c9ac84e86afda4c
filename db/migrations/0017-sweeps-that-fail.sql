-- ingestion: since when a connection's sweeps fail; repositories are read by time only where no sweep tells what changed.

alter table connection_sync add column sweep_failing_since timestamptz;
