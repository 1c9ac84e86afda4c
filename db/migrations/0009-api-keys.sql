-- access: keys with which programs speak for a user.

create table api_key (
  key_id bigint generated always as identity,
  user_id bigint not null,
  name text not null,
  prefix text not null,
  token_hash bytea not null,
  scope text not null,
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_pk primary key (key_id),
  constraint api_key_token_key unique (token_hash),
  constraint api_key_scope check (scope in ('read', 'sync')),
  constraint api_key_user_fk foreign key (user_id) references app_user (user_id) on delete cascade
);

create index api_key_user_idx on api_key (user_id);
