-- visibility: which repositories a reader may see. Until GitHub's permissions are mirrored, an administrator grants them.

create table repository_grant (
  user_id bigint not null,
  repository_id bigint not null,
  granted_by bigint,
  granted_at timestamptz not null default app_now(),
  constraint repository_grant_pk primary key (user_id, repository_id),
  constraint repository_grant_user_fk foreign key (user_id) references app_user (user_id) on delete cascade,
  constraint repository_grant_repository_fk
    foreign key (repository_id) references repository (repository_id) on delete cascade,
  constraint repository_grant_granted_by_fk foreign key (granted_by) references app_user (user_id)
);

create index repository_grant_repository_idx on repository_grant (repository_id);
create index repository_grant_granted_by_idx on repository_grant (granted_by);
