-- access: the days of the week on which people work here; none: working hours are not told.

alter table workspace
  add column working_days smallint[],
  add constraint workspace_working_days check (
    working_days <@ '{1,2,3,4,5,6,7}'::smallint[]
    and cardinality(working_days) > 0);
