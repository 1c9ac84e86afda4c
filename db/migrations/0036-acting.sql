-- github-access: what Throughline was asked to be allowed to do at GitHub, apart from reading, and the App by which it may.

alter table app_registration
  -- An App that acts is none to read by.
  add column purpose text not null default 'read',
  -- Which of its pages changes what it asks for; null: GitHub was not asked since.
  add column is_owned_by_organisation boolean,
  add constraint app_registration_purpose check (
    purpose = 'read' or (purpose = 'act' and kind = 'github-app'));

-- The one App by which a connection acts: of its own, or the one it reads by. With it what GitHub told of its installation on the organisation last.
create table connection_acting (
  connection_id bigint not null,
  registration_id bigint not null,
  -- Null until GitHub was asked.
  looked_at timestamptz,
  -- Null where it is not installed.
  installation_id bigint,
  installation_url text,
  -- As an owner accepted them: permission to level.
  permissions jsonb not null default '{}',
  suspended_at timestamptz,
  constraint connection_acting_pk primary key (connection_id),
  constraint connection_acting_connection_fk
    foreign key (connection_id) references connection (connection_id) on delete cascade,
  constraint connection_acting_registration_fk
    foreign key (registration_id) references app_registration (registration_id) on delete cascade,
  constraint connection_acting_installation check ((installation_id is null) = (installation_url is null))
);

create index connection_acting_registration on connection_acting (registration_id);

create table connection_action (
  connection_id bigint not null,
  action text not null,
  asked_by bigint,
  asked_at timestamptz not null default app_now(),
  constraint connection_action_pk primary key (connection_id, action),
  constraint connection_action_acting_fk
    foreign key (connection_id) references connection_acting (connection_id) on delete cascade,
  constraint connection_action_asked_by_fk foreign key (asked_by) references app_user (user_id),
  constraint connection_action_action check (action in ('collaborators', 'pull-requests', 'webhooks'))
);

create index connection_action_asked_by on connection_action (asked_by);
