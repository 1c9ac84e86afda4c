-- activity: the change feed of a repository is removed with it, as everything else that was read of it.

delete from change
where not exists (
  select from repository
  where repository.repository_id = change.repository_id);

alter table change
  add constraint change_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade;
