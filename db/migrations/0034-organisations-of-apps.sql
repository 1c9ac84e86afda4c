-- github-access: an App's page on its host, and where an administrator was seen to belong when they signed in at GitHub to list an App's organisations.
-- Their token is gone; this lets the list be asked for anew for a day, and nothing else.

alter table app_registration
  -- Under which it is installed; of a GitHub App only.
  add column page_url text;

create table app_sighting (
  registration_id bigint not null,
  user_id bigint not null,
  -- [{githubId, login, role}], of the administrator.
  organisations jsonb not null,
  -- Installations that they reach.
  installation_ids bigint[] not null,
  seen_at timestamptz not null default app_now(),
  constraint app_sighting_pk primary key (registration_id, user_id),
  constraint app_sighting_registration_fk
    foreign key (registration_id) references app_registration (registration_id) on delete cascade,
  constraint app_sighting_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index app_sighting_user on app_sighting (user_id);
