-- Generated from the catalogue of a database that all migrations and views have made: npm run schema writes it anew.

-- extensions

create extension btree_gist;

create extension pg_trgm;

-- tables

create table account (
  account_id bigint not null generated always as identity,
  host_id bigint not null,
  github_id bigint not null,
  node_id text,
  login text not null,
  name text,
  kind text not null,
  avatar_url text,
  observed_at timestamp with time zone not null,
  said_class text,
  constraint account_pk PRIMARY KEY (account_id),
  constraint account_github_key UNIQUE (host_id, github_id),
  constraint account_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint account_kind CHECK ((kind = ANY (ARRAY['User'::text, 'Bot'::text, 'Organization'::text, 'Mannequin'::text]))),
  constraint account_said_class CHECK ((said_class = ANY (ARRAY['person'::text, 'bot'::text, 'ai-agent'::text])))
);

create table account_email (
  account_id bigint not null,
  email text not null,
  source text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint account_email_pk PRIMARY KEY (account_id, email, source),
  constraint account_email_account_fk FOREIGN KEY (account_id) REFERENCES account(account_id) ON DELETE CASCADE,
  constraint account_email_form CHECK ((email = lower(email))),
  constraint account_email_source CHECK ((source = ANY (ARRAY['commit'::text, 'profile'::text])))
);

create table account_link (
  account_link_id bigint not null generated always as identity,
  person_id bigint not null,
  account_id bigint not null,
  evidence jsonb not null,
  linked_at timestamp with time zone not null default app_now(),
  linked_by bigint,
  unlinked_at timestamp with time zone,
  unlinked_by bigint,
  from_at timestamp with time zone,
  until_at timestamp with time zone,
  constraint account_link_pk PRIMARY KEY (account_link_id),
  constraint account_link_current_key EXCLUDE USING gist (account_id WITH =, tstzrange(from_at, until_at) WITH &&) WHERE ((unlinked_at IS NULL)),
  constraint account_link_account_fk FOREIGN KEY (account_id) REFERENCES account(account_id) ON DELETE CASCADE,
  constraint account_link_linked_by_fk FOREIGN KEY (linked_by) REFERENCES app_user(user_id),
  constraint account_link_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint account_link_unlinked_by_fk FOREIGN KEY (unlinked_by) REFERENCES app_user(user_id),
  constraint account_link_activity CHECK ((from_at < until_at)),
  constraint account_link_period CHECK (((unlinked_at IS NULL) OR (unlinked_at >= linked_at)))
);

create table account_verified_email (
  connection_id bigint not null,
  account_id bigint not null,
  email text not null,
  told_at timestamp with time zone not null,
  constraint account_verified_email_pk PRIMARY KEY (connection_id, account_id, email),
  constraint account_verified_email_account_fk FOREIGN KEY (account_id) REFERENCES account(account_id) ON DELETE CASCADE,
  constraint account_verified_email_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint account_verified_email_form CHECK ((email = lower(email)))
);

create table api_key (
  key_id bigint not null generated always as identity,
  user_id bigint not null,
  name text not null,
  prefix text not null,
  token_hash bytea not null,
  scope text not null,
  created_at timestamp with time zone not null default app_now(),
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_pk PRIMARY KEY (key_id),
  constraint api_key_token_key UNIQUE (token_hash),
  constraint api_key_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE,
  constraint api_key_scope CHECK ((scope = ANY (ARRAY['read'::text, 'sync'::text, 'people'::text])))
);

create table app_registration (
  registration_id bigint not null generated always as identity,
  host_id bigint not null,
  kind text not null,
  client_id text not null,
  client_secret_sealed text not null,
  github_app_id bigint,
  slug text,
  private_key_sealed text,
  webhook_secret_sealed text,
  name text not null,
  owner_login text,
  permissions jsonb,
  made_how text not null,
  created_by bigint,
  created_at timestamp with time zone not null default app_now(),
  page_url text,
  purpose text not null default 'read'::text,
  is_owned_by_organisation boolean,
  constraint app_registration_pk PRIMARY KEY (registration_id),
  constraint app_registration_client_key UNIQUE (host_id, client_id),
  constraint app_registration_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id),
  constraint app_registration_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint app_registration_app CHECK ((((kind = 'github-app'::text) = (github_app_id IS NOT NULL)) AND ((kind = 'github-app'::text) = (slug IS NOT NULL)) AND ((kind = 'github-app'::text) = (private_key_sealed IS NOT NULL)) AND ((kind = 'github-app'::text) = (permissions IS NOT NULL)))),
  constraint app_registration_kind CHECK ((kind = ANY (ARRAY['github-app'::text, 'oauth-app'::text]))),
  constraint app_registration_made_how CHECK ((made_how = ANY (ARRAY['manifest'::text, 'by-hand'::text]))),
  constraint app_registration_purpose CHECK (((purpose = 'read'::text) OR ((purpose = 'act'::text) AND (kind = 'github-app'::text))))
);

create table app_sighting (
  registration_id bigint not null,
  user_id bigint not null,
  organisations jsonb not null,
  installation_ids bigint[] not null,
  seen_at timestamp with time zone not null default app_now(),
  constraint app_sighting_pk PRIMARY KEY (registration_id, user_id),
  constraint app_sighting_registration_fk FOREIGN KEY (registration_id) REFERENCES app_registration(registration_id) ON DELETE CASCADE,
  constraint app_sighting_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table app_user (
  user_id bigint not null generated always as identity,
  email text not null,
  name text not null,
  password_hash text,
  role text not null,
  created_at timestamp with time zone not null default app_now(),
  password_changed_at timestamp with time zone not null default app_now(),
  disabled_at timestamp with time zone,
  constraint app_user_pk PRIMARY KEY (user_id),
  constraint app_user_email_form CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint app_user_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'member'::text])))
);

create table audit_entry (
  audit_id bigint not null generated always as identity,
  at timestamp with time zone not null default app_now(),
  actor_user_id bigint,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_entry_pk PRIMARY KEY (audit_id),
  constraint audit_entry_actor_fk FOREIGN KEY (actor_user_id) REFERENCES app_user(user_id)
);

create table authorisation_attempt (
  state_hash bytea not null,
  purpose text not null,
  browser_hash bytea not null,
  user_id bigint,
  payload jsonb not null,
  expires_at timestamp with time zone not null,
  constraint authorisation_attempt_pk PRIMARY KEY (state_hash),
  constraint authorisation_attempt_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table awaited_login (
  awaited_login_id bigint not null generated always as identity,
  person_id bigint not null,
  host_id bigint not null,
  login text not null,
  file_name text not null,
  row_number integer not null,
  imported_at timestamp with time zone not null default app_now(),
  imported_by bigint,
  constraint awaited_login_pk PRIMARY KEY (awaited_login_id),
  constraint awaited_login_key UNIQUE (host_id, login),
  constraint awaited_login_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint awaited_login_imported_by_fk FOREIGN KEY (imported_by) REFERENCES app_user(user_id),
  constraint awaited_login_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint awaited_login_form CHECK ((login = lower(login)))
);

create table change (
  seq bigint not null generated always as identity,
  repository_id bigint not null,
  entity text not null,
  key text not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  changed_at timestamp with time zone not null default app_now(),
  constraint change_pk PRIMARY KEY (seq),
  constraint change_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint change_entity CHECK ((entity = ANY (ARRAY['repository'::text, 'pull-request'::text])))
);

create table chosen_repository (
  connection_id bigint not null,
  github_id bigint not null,
  constraint chosen_repository_pk PRIMARY KEY (connection_id, github_id),
  constraint chosen_repository_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE
);

create table completeness_count (
  repository_id bigint not null,
  counted_seq bigint not null,
  is_settled boolean not null,
  took_ms integer not null,
  counted_at timestamp with time zone not null,
  constraint completeness_count_pk PRIMARY KEY (repository_id),
  constraint completeness_count_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table completeness_kind (
  repository_id bigint not null,
  kind text not null,
  pull_requests integer not null,
  whole integer not null,
  held bigint not null,
  constraint completeness_kind_pk PRIMARY KEY (repository_id, kind),
  constraint completeness_kind_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint completeness_kind_whole CHECK (((whole >= 0) AND (whole <= pull_requests)))
);

create table completeness_part (
  repository_id bigint not null,
  part text not null,
  cause text not null,
  pull_requests integer not null,
  held bigint not null,
  github_total bigint not null,
  uncounted integer not null,
  constraint completeness_part_pk PRIMARY KEY (repository_id, part, cause),
  constraint completeness_part_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table connection (
  connection_id bigint not null generated always as identity,
  organisation_id bigint not null,
  name text not null,
  repository_choice text not null,
  includes_archived boolean not null default false,
  includes_forks boolean not null default false,
  state text not null default 'active'::text,
  attention_code text,
  attention_text text,
  attention_link text,
  paused_at timestamp with time zone,
  created_by bigint,
  created_at timestamp with time zone not null default app_now(),
  choice_revision integer not null default 1,
  disconnected_at timestamp with time zone,
  constraint connection_pk PRIMARY KEY (connection_id),
  constraint connection_organisation_key UNIQUE (organisation_id),
  constraint connection_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id),
  constraint connection_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id) ON DELETE CASCADE,
  constraint connection_attention CHECK (((state = 'needs-attention'::text) = (attention_text IS NOT NULL))),
  constraint connection_disconnected CHECK (((state = 'disconnected'::text) = (disconnected_at IS NOT NULL))),
  constraint connection_repository_choice CHECK ((repository_choice = ANY (ARRAY['all'::text, 'some'::text]))),
  constraint connection_state CHECK ((state = ANY (ARRAY['active'::text, 'needs-attention'::text, 'disconnecting'::text, 'disconnected'::text])))
);

create table connection_acting (
  connection_id bigint not null,
  registration_id bigint not null,
  looked_at timestamp with time zone,
  installation_id bigint,
  installation_url text,
  permissions jsonb not null default '{}'::jsonb,
  suspended_at timestamp with time zone,
  constraint connection_acting_pk PRIMARY KEY (connection_id),
  constraint connection_acting_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint connection_acting_registration_fk FOREIGN KEY (registration_id) REFERENCES app_registration(registration_id) ON DELETE CASCADE,
  constraint connection_acting_installation CHECK (((installation_id IS NULL) = (installation_url IS NULL)))
);

create table connection_action (
  connection_id bigint not null,
  action text not null,
  asked_by bigint,
  asked_at timestamp with time zone not null default app_now(),
  constraint connection_action_pk PRIMARY KEY (connection_id, action),
  constraint connection_action_acting_fk FOREIGN KEY (connection_id) REFERENCES connection_acting(connection_id) ON DELETE CASCADE,
  constraint connection_action_asked_by_fk FOREIGN KEY (asked_by) REFERENCES app_user(user_id),
  constraint connection_action_action CHECK ((action = ANY (ARRAY['collaborators'::text, 'pull-requests'::text, 'webhooks'::text])))
);

create table connection_credential (
  connection_id bigint not null,
  credential_id bigint not null,
  role text not null,
  constraint connection_credential_pk PRIMARY KEY (connection_id, credential_id, role),
  constraint connection_credential_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint connection_credential_credential_fk FOREIGN KEY (credential_id) REFERENCES credential(credential_id) ON DELETE CASCADE,
  constraint connection_credential_role CHECK ((role = ANY (ARRAY['read'::text, 'act'::text, 'hook'::text])))
);

create table connection_data (
  connection_id bigint not null,
  data text not null,
  switched_off_at timestamp with time zone,
  purged_at timestamp with time zone,
  constraint connection_data_pk PRIMARY KEY (connection_id, data),
  constraint connection_data_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint connection_data_data CHECK ((data = ANY (ARRAY['pull-requests'::text, 'files'::text, 'members'::text]))),
  constraint connection_data_purged CHECK (((purged_at IS NULL) OR (switched_off_at IS NOT NULL)))
);

create table connection_sync (
  connection_id bigint not null,
  discovered_at timestamp with time zone,
  wait_reason text,
  wait_until timestamp with time zone,
  failure_code text,
  failure_text text,
  failure_count integer not null default 0,
  expected_at timestamp with time zone,
  swept_at timestamp with time zone,
  sweep_expected_at timestamp with time zone,
  repository_total integer,
  sweep_failing_since timestamp with time zone,
  constraint connection_sync_pk PRIMARY KEY (connection_id),
  constraint connection_sync_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint connection_sync_failure CHECK (((failure_code IS NULL) = (failure_text IS NULL))),
  constraint connection_sync_wait CHECK (((wait_reason IS NULL) = (wait_until IS NULL)))
);

create table correction (
  correction_id bigint not null generated always as identity,
  person_id bigint not null,
  kind text not null,
  subject text not null,
  note text,
  state text not null,
  asked_at timestamp with time zone not null default app_now(),
  answered_at timestamp with time zone,
  answered_by bigint,
  answer text,
  constraint correction_pk PRIMARY KEY (correction_id),
  constraint correction_answered_by_fk FOREIGN KEY (answered_by) REFERENCES app_user(user_id),
  constraint correction_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint correction_answered CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  constraint correction_kind CHECK ((kind = ANY (ARRAY['account'::text, 'email'::text, 'name'::text, 'zone'::text, 'pull-request'::text]))),
  constraint correction_refused CHECK (((state <> 'refused'::text) OR (answer IS NOT NULL))),
  constraint correction_state CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text])))
);

create table credential (
  credential_id bigint not null generated always as identity,
  host_id bigint not null,
  kind text not null,
  secret_sealed text,
  bucket_owner text not null,
  login text not null,
  account_kind text not null,
  scopes text[],
  ends_at timestamp with time zone,
  checked_at timestamp with time zone not null,
  report jsonb not null,
  created_by bigint,
  created_at timestamp with time zone not null default app_now(),
  registration_id bigint,
  installation_id bigint,
  permissions jsonb,
  constraint credential_pk PRIMARY KEY (credential_id),
  constraint credential_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id),
  constraint credential_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint credential_registration_fk FOREIGN KEY (registration_id) REFERENCES app_registration(registration_id),
  constraint credential_account_kind CHECK ((account_kind = ANY (ARRAY['person'::text, 'service-account'::text, 'bot'::text]))),
  constraint credential_installation CHECK ((((kind = 'app-installation'::text) = (installation_id IS NOT NULL)) AND ((kind = 'app-installation'::text) = (permissions IS NOT NULL)))),
  constraint credential_kind CHECK ((kind = ANY (ARRAY['classic-token'::text, 'fine-grained-token'::text, 'other-token'::text, 'oauth-token'::text, 'app-installation'::text]))),
  constraint credential_of_registration CHECK (((kind = ANY (ARRAY['oauth-token'::text, 'app-installation'::text])) = (registration_id IS NOT NULL))),
  constraint credential_secret CHECK (((kind = 'app-installation'::text) = (secret_sealed IS NULL)))
);

create table disconnection (
  connection_id bigint not null,
  step text not null default 'revoke'::text,
  removes_data boolean not null,
  uninstalls_app boolean not null,
  asked_by bigint,
  began_at timestamp with time zone not null default app_now(),
  problem text,
  tries integer not null default 0,
  try_again_at timestamp with time zone,
  is_revoked boolean not null default false,
  constraint disconnection_pk PRIMARY KEY (connection_id),
  constraint disconnection_asked_by_fk FOREIGN KEY (asked_by) REFERENCES app_user(user_id),
  constraint disconnection_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint disconnection_step CHECK ((step = ANY (ARRAY['revoke'::text, 'wipe'::text, 'data'::text, 'end'::text])))
);

create table encryption_key_check (
  key_id text not null,
  check_sealed text not null,
  created_at timestamp with time zone not null default app_now(),
  constraint encryption_key_check_pk PRIMARY KEY (key_id)
);

create table encryption_key_holder (
  holder_id uuid not null,
  name text not null,
  key_ids text[] not null,
  seen_at timestamp with time zone not null default app_now(),
  constraint encryption_key_holder_pk PRIMARY KEY (holder_id)
);

create table exclusion_rule (
  exclusion_rule_id bigint not null generated always as identity,
  kind text not null,
  pattern text not null,
  reason text not null,
  created_by bigint,
  created_at timestamp with time zone not null default app_now(),
  constraint exclusion_rule_pk PRIMARY KEY (exclusion_rule_id),
  constraint exclusion_rule_key UNIQUE (kind, pattern),
  constraint exclusion_rule_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id),
  constraint exclusion_rule_kind CHECK ((kind = ANY (ARRAY['label'::text, 'title'::text, 'head-branch'::text, 'base-branch'::text, 'repository'::text])))
);

create table fact_cursor (
  is_only boolean not null default true,
  definition integer not null,
  transaction_id xid8 not null,
  seq bigint not null default 0,
  people_transaction_id xid8 not null,
  people_seq bigint not null default 0,
  revision bigint not null default 0,
  constraint fact_cursor_pk PRIMARY KEY (is_only),
  constraint fact_cursor_only CHECK (is_only)
);

create table fact_stale (
  fact_stale_id bigint not null generated always as identity,
  kind text not null,
  repository_id bigint,
  number integer,
  account_id bigint,
  rule_kind text,
  pattern text,
  after_repository_id bigint not null default 0,
  after_number integer not null default 0,
  constraint fact_stale_pk PRIMARY KEY (fact_stale_id),
  constraint fact_stale_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint fact_stale_kind CHECK ((kind = ANY (ARRAY['pull-request'::text, 'repository'::text, 'account'::text, 'rule'::text])))
);

create table former_repository_name (
  repository_id bigint not null,
  owner_login text not null,
  name text not null,
  left_at timestamp with time zone not null default app_now(),
  constraint former_repository_name_pk PRIMARY KEY (repository_id, owner_login, name),
  constraint former_repository_name_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table gap_retry (
  repository_id bigint not null,
  number integer not null,
  tries integer not null,
  tried_at timestamp with time zone not null,
  constraint gap_retry_pk PRIMARY KEY (repository_id, number),
  constraint gap_retry_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint gap_retry_tries CHECK ((tries >= 1))
);

create table gap_round (
  repository_id bigint not null,
  begun_at timestamp with time zone not null,
  causes text[] not null,
  below integer,
  constraint gap_round_pk PRIMARY KEY (repository_id),
  constraint gap_round_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table git_commit (
  repository_id bigint not null,
  oid text not null,
  author_account_id bigint,
  author_email text,
  authored_at timestamp with time zone not null,
  committed_at timestamp with time zone not null,
  message_length integer not null,
  observed_at timestamp with time zone not null,
  constraint git_commit_pk PRIMARY KEY (repository_id, oid),
  constraint git_commit_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table github_sign_in (
  host_id bigint not null,
  allowed_at timestamp with time zone not null default app_now(),
  constraint github_sign_in_pk PRIMARY KEY (host_id),
  constraint github_sign_in_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE
);

create table host (
  host_id bigint not null generated always as identity,
  kind text not null,
  base_url text not null,
  name text not null,
  ca_certificate text,
  is_private_allowed boolean not null default false,
  created_at timestamp with time zone not null default app_now(),
  version text,
  version_seen_at timestamp with time zone,
  constraint host_pk PRIMARY KEY (host_id),
  constraint host_base_url_key UNIQUE (base_url),
  constraint host_kind CHECK ((kind = ANY (ARRAY['github.com'::text, 'enterprise-server'::text, 'data-residency'::text, 'demo'::text]))),
  constraint host_version CHECK (((version IS NULL) = (version_seen_at IS NULL)))
);

create table invitation (
  invitation_id bigint not null generated always as identity,
  token_hash bytea not null,
  email text not null,
  role text not null,
  invited_by bigint not null,
  created_at timestamp with time zone not null default app_now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_pk PRIMARY KEY (invitation_id),
  constraint invitation_token_key UNIQUE (token_hash),
  constraint invitation_invited_by_fk FOREIGN KEY (invited_by) REFERENCES app_user(user_id),
  constraint invitation_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'member'::text])))
);

create table look_again (
  repository_id bigint not null,
  number integer not null,
  asked_at timestamp with time zone not null default app_now(),
  failure_count integer not null default 0,
  constraint look_again_pk PRIMARY KEY (repository_id, number),
  constraint look_again_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table organisation (
  organisation_id bigint not null generated always as identity,
  host_id bigint not null,
  github_id bigint not null,
  login text not null,
  name text,
  observed_at timestamp with time zone not null,
  constraint organisation_pk PRIMARY KEY (organisation_id),
  constraint organisation_github_key UNIQUE (host_id, github_id),
  constraint organisation_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE
);

create table own_github_account (
  own_account_id bigint not null generated always as identity,
  user_id bigint not null,
  host_id bigint not null,
  registration_id bigint not null,
  github_id bigint not null,
  login text not null,
  token_sealed text not null,
  token_ends_at timestamp with time zone,
  refresh_sealed text,
  refresh_ends_at timestamp with time zone,
  scopes text[] not null,
  connected_at timestamp with time zone not null default app_now(),
  used_at timestamp with time zone,
  lost_at timestamp with time zone,
  ending_at timestamp with time zone,
  constraint own_github_account_pk PRIMARY KEY (own_account_id),
  constraint own_github_account_key UNIQUE (host_id, github_id),
  constraint own_github_account_user_key UNIQUE (user_id, host_id),
  constraint own_github_account_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint own_github_account_registration_fk FOREIGN KEY (registration_id) REFERENCES app_registration(registration_id),
  constraint own_github_account_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id),
  constraint own_github_account_refresh CHECK (((refresh_sealed IS NULL) = (refresh_ends_at IS NULL)))
);

create table participant_fact (
  repository_id bigint not null,
  number integer not null,
  account_id bigint not null,
  is_robot boolean not null,
  first_action_at timestamp with time zone not null,
  last_action_at timestamp with time zone not null,
  first_approval_at timestamp with time zone,
  reviews integer not null,
  approvals integer not null,
  comments integer not null,
  unblocked_at timestamp with time zone,
  constraint participant_fact_pk PRIMARY KEY (repository_id, number, account_id),
  constraint participant_fact_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table people_change (
  seq bigint not null generated always as identity,
  account_id bigint not null,
  transaction_id xid8 not null default pg_current_xact_id(),
  changed_at timestamp with time zone not null default app_now(),
  constraint people_change_pk PRIMARY KEY (seq)
);

create table people_import (
  people_import_id bigint not null generated always as identity,
  file_name text not null,
  state text not null default 'uploading'::text,
  unknown_columns text[] not null default '{}'::text[],
  created_by bigint not null,
  created_at timestamp with time zone not null default app_now(),
  written_at timestamp with time zone,
  constraint people_import_pk PRIMARY KEY (people_import_id),
  constraint people_import_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id) ON DELETE CASCADE,
  constraint people_import_state CHECK ((state = ANY (ARRAY['uploading'::text, 'read'::text, 'written'::text])))
);

create table people_import_part (
  people_import_id bigint not null,
  position integer not null,
  body text not null,
  constraint people_import_part_pk PRIMARY KEY (people_import_id, "position"),
  constraint people_import_part_import_fk FOREIGN KEY (people_import_id) REFERENCES people_import(people_import_id) ON DELETE CASCADE
);

create table people_import_row (
  people_import_id bigint not null,
  row_number integer not null,
  name text,
  emails text[] not null,
  logins text[] not null,
  joined_on date,
  left_on date,
  zone text,
  team text,
  does text not null,
  unreadable text[] not null,
  problems text[] not null,
  notes text[] not null,
  person_id bigint,
  account_ids bigint[] not null,
  team_id bigint,
  awaited_host_ids bigint[] not null default '{}'::bigint[],
  awaited_logins text[] not null default '{}'::text[],
  constraint people_import_row_pk PRIMARY KEY (people_import_id, row_number),
  constraint people_import_row_import_fk FOREIGN KEY (people_import_id) REFERENCES people_import(people_import_id) ON DELETE CASCADE,
  constraint people_import_row_does CHECK ((does = ANY (ARRAY['adds'::text, 'changes'::text, 'nothing'::text, 'wrong'::text])))
);

create table person (
  person_id bigint not null generated always as identity,
  slug text not null,
  name text not null,
  email text,
  zone text,
  user_id bigint,
  demo_host_id bigint,
  created_by bigint,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null default app_now(),
  joined_on date,
  left_on date,
  left_at timestamp with time zone,
  excluded_at timestamp with time zone,
  excluded_reason text,
  hidden_at timestamp with time zone,
  merged_into_person_id bigint,
  constraint person_pk PRIMARY KEY (person_id),
  constraint person_slug_key UNIQUE (slug),
  constraint person_user_key UNIQUE (user_id),
  constraint person_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id),
  constraint person_demo_host_fk FOREIGN KEY (demo_host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint person_merged_fk FOREIGN KEY (merged_into_person_id) REFERENCES person(person_id) ON DELETE SET NULL,
  constraint person_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE SET NULL,
  constraint person_email_form CHECK ((email = lower(email))),
  constraint person_excluded CHECK (((excluded_at IS NULL) = (excluded_reason IS NULL))),
  constraint person_left CHECK (((left_on IS NULL) = (left_at IS NULL))),
  constraint person_not_own_merge CHECK ((merged_into_person_id <> person_id)),
  constraint person_stay CHECK ((joined_on <= left_on))
);

create table person_act (
  person_act_id bigint not null generated always as identity,
  kind text not null,
  person_id bigint,
  other_person_id bigint,
  detail jsonb not null,
  done_at timestamp with time zone not null default app_now(),
  done_by bigint,
  undone_at timestamp with time zone,
  undone_by bigint,
  constraint person_act_pk PRIMARY KEY (person_act_id),
  constraint person_act_done_by_fk FOREIGN KEY (done_by) REFERENCES app_user(user_id),
  constraint person_act_other_fk FOREIGN KEY (other_person_id) REFERENCES person(person_id) ON DELETE SET NULL,
  constraint person_act_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint person_act_undone_by_fk FOREIGN KEY (undone_by) REFERENCES app_user(user_id),
  constraint person_act_kind CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'link'::text])))
);

create table person_email (
  person_id bigint not null,
  email text not null,
  added_at timestamp with time zone not null default app_now(),
  constraint person_email_pk PRIMARY KEY (person_id, email),
  constraint person_email_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint person_email_form CHECK ((email = lower(email)))
);

create table person_look (
  person_id bigint not null,
  user_id bigint not null,
  hour_at timestamp with time zone not null,
  is_refused boolean not null,
  kinds text[] not null,
  is_by_key boolean not null,
  looked_at timestamp with time zone not null default app_now(),
  constraint person_look_pk PRIMARY KEY (person_id, user_id, hour_at, is_refused),
  constraint person_look_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint person_look_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table pull_request (
  repository_id bigint not null,
  number integer not null,
  github_id bigint not null,
  node_id text not null,
  title text not null,
  body_length integer not null,
  state text not null,
  is_draft boolean not null,
  author_account_id bigint,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  merged_at timestamp with time zone,
  merged_by_account_id bigint,
  merge_commit_oid text,
  base_ref text not null,
  base_oid text,
  head_ref text not null,
  head_oid text,
  head_repository text,
  is_cross_repository boolean not null,
  additions integer,
  deletions integer,
  changed_files integer,
  review_decision text,
  source_version timestamp with time zone not null,
  observed_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint pull_request_pk PRIMARY KEY (repository_id, number),
  constraint pull_request_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint pull_request_decision CHECK ((review_decision = ANY (ARRAY['approved'::text, 'changes-requested'::text, 'review-required'::text]))),
  constraint pull_request_merged CHECK (((state = 'merged'::text) = (merged_at IS NOT NULL))),
  constraint pull_request_state CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'merged'::text])))
);

create table pull_request_assignee (
  repository_id bigint not null,
  number integer not null,
  account_id bigint not null,
  seen_version timestamp with time zone not null,
  constraint pull_request_assignee_pk PRIMARY KEY (repository_id, number, account_id),
  constraint pull_request_assignee_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE
);

create table pull_request_closing_issue (
  repository_id bigint not null,
  number integer not null,
  issue_repository text not null,
  issue_number integer not null,
  seen_version timestamp with time zone not null,
  constraint pull_request_closing_issue_pk PRIMARY KEY (repository_id, number, issue_repository, issue_number),
  constraint pull_request_closing_issue_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE
);

create table pull_request_comment (
  repository_id bigint not null,
  kind text not null,
  github_id bigint not null,
  number integer not null,
  node_id text not null,
  author_account_id bigint,
  review_github_id bigint,
  thread_node_id text,
  in_reply_to_github_id bigint,
  body_length integer not null,
  created_at timestamp with time zone not null,
  source_version timestamp with time zone not null,
  seen_version timestamp with time zone not null,
  observed_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint pull_request_comment_pk PRIMARY KEY (repository_id, kind, github_id),
  constraint pull_request_comment_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE,
  constraint pull_request_comment_kind CHECK ((kind = ANY (ARRAY['conversation'::text, 'review'::text])))
);

create table pull_request_commit (
  repository_id bigint not null,
  number integer not null,
  oid text not null,
  position integer not null,
  seen_version timestamp with time zone not null,
  constraint pull_request_commit_pk PRIMARY KEY (repository_id, number, oid),
  constraint pull_request_commit_git_commit_fk FOREIGN KEY (repository_id, oid) REFERENCES git_commit(repository_id, oid) ON DELETE CASCADE,
  constraint pull_request_commit_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE
);

create table pull_request_event (
  repository_id bigint not null,
  number integer not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  actor_account_id bigint not null,
  subject text not null,
  node_id text,
  observed_at timestamp with time zone not null,
  constraint pull_request_event_pk PRIMARY KEY (repository_id, number, kind, occurred_at, actor_account_id, subject),
  constraint pull_request_event_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE
);

create table pull_request_exclusion (
  repository_id bigint not null,
  number integer not null,
  reason text not null,
  excluded_by bigint,
  excluded_at timestamp with time zone not null default app_now(),
  constraint pull_request_exclusion_pk PRIMARY KEY (repository_id, number),
  constraint pull_request_exclusion_by_fk FOREIGN KEY (excluded_by) REFERENCES app_user(user_id),
  constraint pull_request_exclusion_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table pull_request_fact (
  repository_id bigint not null,
  number integer not null,
  author_account_id bigint,
  author_class text not null,
  opened_at timestamp with time zone not null,
  ready_at timestamp with time zone not null,
  merged_at timestamp with time zone,
  closed_at timestamp with time zone,
  first_commit_at timestamp with time zone,
  first_requested_at timestamp with time zone,
  first_response_at timestamp with time zone,
  first_response_account_id bigint,
  first_approval_at timestamp with time zone,
  last_approval_at timestamp with time zone,
  last_commit_at timestamp with time zone,
  coding_s bigint,
  pickup_s bigint,
  review_s bigint,
  merge_s bigint,
  is_moved boolean not null,
  review_rounds integer not null,
  commits integer not null,
  follow_on_commits integer not null,
  words_by_others integer not null,
  words_before_end integer not null,
  longest_before_end integer,
  review_comments integer not null,
  changes_requested_at timestamp with time zone,
  last_author_action_at timestamp with time zone not null,
  last_reviewer_action_at timestamp with time zone,
  answers integer not null,
  answers_s bigint not null,
  reactions integer not null,
  reactions_s bigint not null,
  open_requests integer not null,
  collaboration text,
  lines integer,
  changed_files integer,
  labels text[] not null,
  exclusion_kind text,
  exclusion_reason text,
  constraint pull_request_fact_pk PRIMARY KEY (repository_id, number),
  constraint pull_request_fact_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint pull_request_fact_author_class CHECK ((author_class = ANY (ARRAY['person'::text, 'bot'::text, 'ai-agent'::text, 'ghost'::text]))),
  constraint pull_request_fact_collaboration CHECK ((collaboration = ANY (ARRAY['assigned-peer-approved'::text, 'unassigned-peer-approved'::text, 'self-merged-after-comments'::text, 'self-merged-without-review'::text, 'ended-by-another-unapproved'::text]))),
  constraint pull_request_fact_exclusion CHECK (((exclusion_kind IS NULL) = (exclusion_reason IS NULL))),
  constraint pull_request_fact_exclusion_kind CHECK ((exclusion_kind = ANY (ARRAY['person'::text, 'bot'::text, 'ai-agent'::text, 'pull-request'::text, 'rule'::text, 'repository'::text])))
);

create table pull_request_file (
  repository_id bigint not null,
  number integer not null,
  path text not null,
  change_kind text not null,
  additions integer not null,
  deletions integer not null,
  seen_version timestamp with time zone not null,
  constraint pull_request_file_pk PRIMARY KEY (repository_id, number, path),
  constraint pull_request_file_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE,
  constraint pull_request_file_change_kind CHECK ((change_kind = ANY (ARRAY['added'::text, 'changed'::text, 'copied'::text, 'deleted'::text, 'modified'::text, 'renamed'::text])))
);

create table pull_request_label (
  repository_id bigint not null,
  number integer not null,
  name text not null,
  colour text not null,
  seen_version timestamp with time zone not null,
  constraint pull_request_label_pk PRIMARY KEY (repository_id, number, name),
  constraint pull_request_label_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE
);

create table pull_request_part (
  repository_id bigint not null,
  number integer not null,
  part text not null,
  state text not null,
  github_total integer,
  held integer not null,
  reason text,
  complete_version timestamp with time zone,
  observed_at timestamp with time zone not null,
  constraint pull_request_part_pk PRIMARY KEY (repository_id, number, part),
  constraint pull_request_part_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE,
  constraint pull_request_part_complete CHECK (((state <> 'complete'::text) OR (complete_version IS NULL))),
  constraint pull_request_part_part CHECK ((part = ANY (ARRAY['labels'::text, 'assignees'::text, 'review-requests'::text, 'reviews'::text, 'threads'::text, 'review-comments'::text, 'comments'::text, 'commits'::text, 'files'::text, 'events'::text, 'closing-issues'::text, 'author'::text, 'merged-by'::text, 'merge-commit'::text, 'review-decision'::text, 'head-repository'::text]))),
  constraint pull_request_part_reason CHECK (((state = 'complete'::text) = (reason IS NULL))),
  constraint pull_request_part_reason_known CHECK ((reason = ANY (ARRAY['forbidden'::text, 'gone'::text, 'cut-off'::text, 'unreadable'::text, 'count-differs'::text, 'not-read'::text, 'not-offered'::text]))),
  constraint pull_request_part_state CHECK ((state = ANY (ARRAY['complete'::text, 'partial'::text, 'unavailable'::text])))
);

create table pull_request_review (
  repository_id bigint not null,
  github_id bigint not null,
  number integer not null,
  node_id text not null,
  author_account_id bigint,
  state text not null,
  submitted_at timestamp with time zone,
  commit_oid text,
  body_length integer not null,
  seen_version timestamp with time zone not null,
  observed_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint pull_request_review_pk PRIMARY KEY (repository_id, github_id),
  constraint pull_request_review_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE,
  constraint pull_request_review_state CHECK ((state = ANY (ARRAY['pending'::text, 'commented'::text, 'changes-requested'::text, 'approved'::text, 'dismissed'::text])))
);

create table pull_request_review_request (
  repository_id bigint not null,
  number integer not null,
  reviewer_kind text not null,
  reviewer_key text not null,
  account_id bigint,
  seen_version timestamp with time zone not null,
  constraint pull_request_review_request_pk PRIMARY KEY (repository_id, number, reviewer_kind, reviewer_key),
  constraint pull_request_review_request_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE,
  constraint pull_request_review_request_kind CHECK ((reviewer_kind = ANY (ARRAY['account'::text, 'team'::text, 'hidden'::text])))
);

create table pull_request_review_thread (
  repository_id bigint not null,
  node_id text not null,
  number integer not null,
  path text not null,
  line integer,
  is_resolved boolean not null,
  is_outdated boolean not null,
  resolved_by_account_id bigint,
  seen_version timestamp with time zone not null,
  observed_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint pull_request_review_thread_pk PRIMARY KEY (repository_id, node_id),
  constraint pull_request_review_thread_pull_request_fk FOREIGN KEY (repository_id, number) REFERENCES pull_request(repository_id, number) ON DELETE CASCADE
);

create table quarantined_record (
  quarantined_record_id bigint not null generated always as identity,
  repository_id bigint not null,
  data text not null,
  key text not null,
  node_id text,
  reason text not null,
  detail text not null,
  sample_sealed text,
  quarantined_at timestamp with time zone not null default app_now(),
  tried_at timestamp with time zone not null default app_now(),
  resolved_at timestamp with time zone,
  constraint quarantined_record_pk PRIMARY KEY (quarantined_record_id),
  constraint quarantined_record_key UNIQUE (repository_id, data, key),
  constraint quarantined_record_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE
);

create table quota_bucket (
  host_id bigint not null,
  bucket_owner text not null,
  resource text not null,
  quota_limit integer,
  remaining integer,
  reserved integer not null default 0,
  reset_at timestamp with time zone,
  blocked_until timestamp with time zone,
  blocked_reason text,
  observed_at timestamp with time zone not null,
  constraint quota_bucket_pk PRIMARY KEY (host_id, bucket_owner, resource),
  constraint quota_bucket_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint quota_bucket_resource CHECK ((resource = ANY (ARRAY['core'::text, 'graphql'::text, 'search'::text])))
);

create table quota_spend (
  host_id bigint not null,
  bucket_owner text not null,
  resource text not null,
  lane text not null,
  hour_at timestamp with time zone not null,
  requests integer not null default 0,
  points integer not null default 0,
  constraint quota_spend_pk PRIMARY KEY (host_id, bucket_owner, resource, lane, hour_at),
  constraint quota_spend_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint quota_spend_lane CHECK ((lane = ANY (ARRAY['person'::text, 'lookup'::text, 'incremental'::text, 'backfill'::text])))
);

create table rejected_suggestion (
  rejected_suggestion_id bigint not null generated always as identity,
  account_id bigint not null,
  person_id bigint,
  other_account_id bigint,
  rejected_by bigint,
  rejected_at timestamp with time zone not null default app_now(),
  constraint rejected_suggestion_pk PRIMARY KEY (rejected_suggestion_id),
  constraint rejected_suggestion_key UNIQUE NULLS NOT DISTINCT (account_id, person_id, other_account_id),
  constraint rejected_suggestion_account_fk FOREIGN KEY (account_id) REFERENCES account(account_id) ON DELETE CASCADE,
  constraint rejected_suggestion_other_fk FOREIGN KEY (other_account_id) REFERENCES account(account_id) ON DELETE CASCADE,
  constraint rejected_suggestion_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint rejected_suggestion_rejected_by_fk FOREIGN KEY (rejected_by) REFERENCES app_user(user_id)
);

create table repository (
  repository_id bigint not null generated always as identity,
  host_id bigint not null,
  organisation_id bigint not null,
  github_id bigint not null,
  node_id text not null,
  owner_login text not null,
  name text not null,
  visibility text not null,
  is_archived boolean not null,
  is_fork boolean not null,
  default_branch text,
  pushed_at timestamp with time zone,
  source_version timestamp with time zone not null,
  observed_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  constraint repository_pk PRIMARY KEY (repository_id),
  constraint repository_github_key UNIQUE (host_id, github_id),
  constraint repository_host_fk FOREIGN KEY (host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint repository_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id) ON DELETE CASCADE,
  constraint repository_visibility CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text, 'internal'::text])))
);

create table repository_grant (
  user_id bigint not null,
  repository_id bigint not null,
  granted_by bigint,
  granted_at timestamp with time zone not null default app_now(),
  constraint repository_grant_pk PRIMARY KEY (user_id, repository_id),
  constraint repository_grant_granted_by_fk FOREIGN KEY (granted_by) REFERENCES app_user(user_id),
  constraint repository_grant_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint repository_grant_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table repository_sync (
  repository_id bigint not null,
  data text not null,
  connection_id bigint not null,
  is_chosen boolean not null,
  phase text not null default 'recent'::text,
  cursor text,
  history_cursor text,
  page_size integer not null,
  total integer,
  held_count integer not null default 0,
  newest_at timestamp with time zone,
  watermark_at timestamp with time zone,
  reached_at timestamp with time zone,
  started_at timestamp with time zone,
  recent_completed_at timestamp with time zone,
  completed_at timestamp with time zone,
  read_at timestamp with time zone,
  wait_reason text,
  wait_until timestamp with time zone,
  failure_code text,
  failure_text text,
  failure_count integer not null default 0,
  expected_at timestamp with time zone,
  files_size integer not null default 75,
  changed_at timestamp with time zone,
  too_large_size integer,
  pages_since_too_large integer not null default 0,
  constraint repository_sync_pk PRIMARY KEY (repository_id, data),
  constraint repository_sync_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint repository_sync_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint repository_sync_data CHECK ((data = 'pull-requests'::text)),
  constraint repository_sync_failure CHECK (((failure_code IS NULL) = (failure_text IS NULL))),
  constraint repository_sync_files_size CHECK (((files_size >= 1) AND (files_size <= 100))),
  constraint repository_sync_history CHECK (((history_cursor IS NULL) OR (phase = 'incremental'::text))),
  constraint repository_sync_page_size CHECK (((page_size >= 1) AND (page_size <= 100))),
  constraint repository_sync_phase CHECK ((phase = ANY (ARRAY['recent'::text, 'history'::text, 'incremental'::text]))),
  constraint repository_sync_too_large CHECK (((too_large_size >= 1) AND (too_large_size <= 100))),
  constraint repository_sync_wait CHECK (((wait_reason IS NULL) = (wait_until IS NULL)))
);

create table rest_stream (
  repository_id bigint not null,
  list text not null,
  next_page integer,
  reached_at timestamp with time zone,
  constraint rest_stream_pk PRIMARY KEY (repository_id, list),
  constraint rest_stream_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint rest_stream_list CHECK ((list = ANY (ARRAY['review-comments'::text, 'pull-requests'::text])))
);

create table saved_view (
  saved_view_id bigint not null generated always as identity,
  owner_user_id bigint not null,
  team_id bigint,
  name text not null,
  address text not null,
  is_pinned boolean not null default false,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null default app_now(),
  deleted_at timestamp with time zone,
  constraint saved_view_pk PRIMARY KEY (saved_view_id),
  constraint saved_view_owner_fk FOREIGN KEY (owner_user_id) REFERENCES app_user(user_id) ON DELETE CASCADE,
  constraint saved_view_team_fk FOREIGN KEY (team_id) REFERENCES team(team_id) ON DELETE CASCADE,
  constraint saved_view_pinned CHECK (((NOT is_pinned) OR (team_id IS NOT NULL)))
);

create table schema_migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pk PRIMARY KEY (number)
);

create table schema_views (
  is_only_row boolean not null default true,
  sha256 text not null,
  created_at timestamp with time zone not null default now(),
  constraint schema_views_pk PRIMARY KEY (is_only_row),
  constraint schema_views_one_row CHECK (is_only_row)
);

create table setup_link (
  token_hash bytea not null,
  created_at timestamp with time zone not null default app_now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_link_pk PRIMARY KEY (token_hash)
);

create table sign_on_provider (
  provider_id smallint not null default 1,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed text not null,
  scopes text[] not null,
  groups_claim text,
  administrator_groups text[] not null,
  manager_groups text[] not null,
  member_groups text[] not null,
  ungrouped text not null,
  open_domains text[] not null,
  is_private_allowed boolean not null,
  end_session_url text,
  changed_at timestamp with time zone not null default app_now(),
  constraint sign_on_provider_pk PRIMARY KEY (provider_id),
  constraint sign_on_provider_single CHECK ((provider_id = 1)),
  constraint sign_on_provider_ungrouped CHECK ((ungrouped = ANY (ARRAY['refused'::text, 'member'::text])))
);

create table snooze (
  user_id bigint not null,
  repository_id bigint not null,
  number integer not null,
  agreement text not null,
  until_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint snooze_pk PRIMARY KEY (user_id, repository_id, number, agreement),
  constraint snooze_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint snooze_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table staged_entry (
  repository_id bigint not null,
  list text not null,
  github_id bigint not null,
  number integer not null,
  entry jsonb not null,
  constraint staged_entry_pk PRIMARY KEY (repository_id, list, github_id),
  constraint staged_entry_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint staged_entry_list CHECK ((list = ANY (ARRAY['review-comments'::text, 'pull-requests'::text])))
);

create table sync_log (
  sync_log_id bigint not null generated always as identity,
  connection_id bigint not null,
  repository_id bigint,
  at timestamp with time zone not null default app_now(),
  kind text not null,
  text text not null,
  constraint sync_log_pk PRIMARY KEY (sync_log_id),
  constraint sync_log_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE,
  constraint sync_log_repository_fk FOREIGN KEY (repository_id) REFERENCES repository(repository_id) ON DELETE CASCADE,
  constraint sync_log_kind CHECK ((kind = ANY (ARRAY['started'::text, 'progress'::text, 'waiting'::text, 'finished'::text, 'failed'::text, 'paused'::text, 'resumed'::text])))
);

create table sync_progress (
  connection_id bigint not null,
  minute_at timestamp with time zone not null,
  pull_requests integer not null,
  added integer not null default 0,
  changed integer not null default 0,
  constraint sync_progress_pk PRIMARY KEY (connection_id, minute_at),
  constraint sync_progress_connection_fk FOREIGN KEY (connection_id) REFERENCES connection(connection_id) ON DELETE CASCADE
);

create table team (
  team_id bigint not null generated always as identity,
  slug text not null,
  name text not null,
  parent_team_id bigint,
  zone text,
  working_days smallint[] not null default '{1,2,3,4,5}'::smallint[],
  organisation_id bigint,
  github_team_id bigint,
  keeps_in_step boolean not null default false,
  stepped_at timestamp with time zone,
  step_problem text,
  demo_host_id bigint,
  created_by bigint,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null default app_now(),
  constraint team_pk PRIMARY KEY (team_id),
  constraint team_github_key UNIQUE (organisation_id, github_team_id),
  constraint team_slug_key UNIQUE (slug),
  constraint team_created_by_fk FOREIGN KEY (created_by) REFERENCES app_user(user_id),
  constraint team_demo_host_fk FOREIGN KEY (demo_host_id) REFERENCES host(host_id) ON DELETE CASCADE,
  constraint team_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(organisation_id) ON DELETE CASCADE,
  constraint team_parent_fk FOREIGN KEY (parent_team_id) REFERENCES team(team_id) ON DELETE SET NULL,
  constraint team_github CHECK (((organisation_id IS NULL) = (github_team_id IS NULL))),
  constraint team_keeps_in_step CHECK (((NOT keeps_in_step) OR (github_team_id IS NOT NULL))),
  constraint team_not_own_parent CHECK ((parent_team_id <> team_id)),
  constraint team_working_days CHECK ((working_days <@ '{1,2,3,4,5,6,7}'::smallint[]))
);

create table team_github_member (
  team_id bigint not null,
  account_id bigint not null,
  is_maintainer boolean not null,
  seen_on date not null,
  constraint team_github_member_pk PRIMARY KEY (team_id, account_id),
  constraint team_github_member_account_fk FOREIGN KEY (account_id) REFERENCES account(account_id) ON DELETE CASCADE,
  constraint team_github_member_team_fk FOREIGN KEY (team_id) REFERENCES team(team_id) ON DELETE CASCADE
);

create table team_member (
  team_member_id bigint not null generated always as identity,
  team_id bigint not null,
  person_id bigint not null,
  part text not null,
  is_lead boolean not null default false,
  from_on date not null,
  until_on date,
  source text not null,
  constraint team_member_pk PRIMARY KEY (team_member_id),
  constraint team_member_once EXCLUDE USING gist (team_id WITH =, person_id WITH =, daterange(from_on, until_on) WITH &&),
  constraint team_member_person_fk FOREIGN KEY (person_id) REFERENCES person(person_id) ON DELETE CASCADE,
  constraint team_member_team_fk FOREIGN KEY (team_id) REFERENCES team(team_id) ON DELETE CASCADE,
  constraint team_member_part CHECK ((part = ANY (ARRAY['contributor'::text, 'viewer'::text]))),
  constraint team_member_period CHECK ((from_on < until_on)),
  constraint team_member_source CHECK ((source = ANY (ARRAY['hand'::text, 'csv'::text, 'github'::text])))
);

create table user_identity (
  user_identity_id bigint not null generated always as identity,
  user_id bigint not null,
  issuer text not null,
  subject text not null,
  label text not null,
  connected_at timestamp with time zone not null default app_now(),
  used_at timestamp with time zone,
  constraint user_identity_pk PRIMARY KEY (user_identity_id),
  constraint user_identity_key UNIQUE (issuer, subject),
  constraint user_identity_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table user_session (
  token_hash bytea not null,
  user_id bigint not null,
  created_at timestamp with time zone not null default app_now(),
  last_seen_at timestamp with time zone not null default app_now(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  is_sign_on boolean not null default false,
  constraint user_session_pk PRIMARY KEY (token_hash),
  constraint user_session_user_fk FOREIGN KEY (user_id) REFERENCES app_user(user_id) ON DELETE CASCADE
);

create table verified_domain (
  domain text not null,
  added_by bigint,
  added_at timestamp with time zone not null default app_now(),
  constraint verified_domain_pk PRIMARY KEY (domain),
  constraint verified_domain_added_by_fk FOREIGN KEY (added_by) REFERENCES app_user(user_id),
  constraint verified_domain_form CHECK ((domain = lower(domain)))
);

create table working_agreement (
  team_id bigint not null,
  kind text not null,
  limit_value integer,
  set_by bigint,
  set_at timestamp with time zone not null default app_now(),
  constraint working_agreement_pk PRIMARY KEY (team_id, kind),
  constraint working_agreement_set_by_fk FOREIGN KEY (set_by) REFERENCES app_user(user_id),
  constraint working_agreement_team_fk FOREIGN KEY (team_id) REFERENCES team(team_id) ON DELETE CASCADE,
  constraint working_agreement_kind CHECK ((kind = ANY (ARRAY['first-review'::text, 're-review'::text, 'changes-requested'::text, 'not-merged'::text, 'open-too-long'::text, 'oversized'::text, 'unreviewed'::text]))),
  constraint working_agreement_limit CHECK (((limit_value > 0) OR ((kind = 'unreviewed'::text) AND (limit_value = 0))))
);

create table workspace (
  workspace_id smallint not null default 1,
  name text not null default 'Throughline'::text,
  zone text not null default 'UTC'::text,
  set_up_at timestamp with time zone,
  person_pages text not null default 'managers'::text,
  working_days smallint[],
  is_password_for_all boolean not null default true,
  constraint workspace_pk PRIMARY KEY (workspace_id),
  constraint workspace_person_pages CHECK ((person_pages = ANY (ARRAY['own'::text, 'leads'::text, 'managers'::text, 'everyone'::text]))),
  constraint workspace_single CHECK ((workspace_id = 1)),
  constraint workspace_working_days CHECK (((working_days <@ '{1,2,3,4,5,6,7}'::smallint[]) AND (cardinality(working_days) > 0)))
);

-- indexes

CREATE INDEX account_login_idx ON public.account USING btree (lower(login));

CREATE INDEX account_email_email_idx ON public.account_email USING btree (email);

CREATE INDEX account_link_account_idx ON public.account_link USING btree (account_id);

CREATE INDEX account_link_linked_by_idx ON public.account_link USING btree (linked_by);

CREATE INDEX account_link_person_idx ON public.account_link USING btree (person_id);

CREATE INDEX account_link_unlinked_by_idx ON public.account_link USING btree (unlinked_by);

CREATE INDEX account_verified_email_account_idx ON public.account_verified_email USING btree (account_id);

CREATE INDEX account_verified_email_email_idx ON public.account_verified_email USING btree (email);

CREATE INDEX api_key_user_idx ON public.api_key USING btree (user_id);

CREATE INDEX app_registration_created_by ON public.app_registration USING btree (created_by);

CREATE INDEX app_sighting_user ON public.app_sighting USING btree (user_id);

CREATE UNIQUE INDEX app_user_email_key ON public.app_user USING btree (email);

CREATE INDEX audit_entry_actor_idx ON public.audit_entry USING btree (actor_user_id);

CREATE INDEX audit_entry_at_idx ON public.audit_entry USING btree (at DESC);

CREATE INDEX authorisation_attempt_expires ON public.authorisation_attempt USING btree (expires_at);

CREATE INDEX authorisation_attempt_user ON public.authorisation_attempt USING btree (user_id);

CREATE INDEX awaited_login_imported_by_idx ON public.awaited_login USING btree (imported_by);

CREATE INDEX awaited_login_person_idx ON public.awaited_login USING btree (person_id);

CREATE INDEX change_changed_idx ON public.change USING btree (changed_at);

CREATE INDEX change_repository_idx ON public.change USING btree (repository_id, seq);

CREATE INDEX change_transaction_idx ON public.change USING btree (transaction_id, seq);

CREATE INDEX connection_created_by_idx ON public.connection USING btree (created_by);

CREATE UNIQUE INDEX connection_name_key ON public.connection USING btree (name) WHERE (state <> 'disconnected'::text);

CREATE INDEX connection_acting_registration ON public.connection_acting USING btree (registration_id);

CREATE INDEX connection_action_asked_by ON public.connection_action USING btree (asked_by);

CREATE INDEX connection_credential_credential_idx ON public.connection_credential USING btree (credential_id);

CREATE INDEX correction_answered_by_idx ON public.correction USING btree (answered_by);

CREATE INDEX correction_open_idx ON public.correction USING btree (asked_at) WHERE (state = 'open'::text);

CREATE INDEX correction_person_idx ON public.correction USING btree (person_id, asked_at DESC);

CREATE INDEX credential_created_by_idx ON public.credential USING btree (created_by);

CREATE INDEX credential_host_idx ON public.credential USING btree (host_id);

CREATE INDEX credential_registration ON public.credential USING btree (registration_id);

CREATE INDEX disconnection_asked_by_idx ON public.disconnection USING btree (asked_by);

CREATE INDEX exclusion_rule_created_by_idx ON public.exclusion_rule USING btree (created_by);

CREATE INDEX fact_stale_repository_idx ON public.fact_stale USING btree (repository_id);

CREATE INDEX former_repository_name_idx ON public.former_repository_name USING btree (lower(owner_login), lower(name));

CREATE INDEX git_commit_author_idx ON public.git_commit USING btree (author_account_id);

CREATE INDEX invitation_invited_by_idx ON public.invitation USING btree (invited_by);

CREATE INDEX own_github_account_ending ON public.own_github_account USING btree (ending_at) WHERE (ending_at IS NOT NULL);

CREATE INDEX own_github_account_registration ON public.own_github_account USING btree (registration_id);

CREATE INDEX participant_fact_account_idx ON public.participant_fact USING btree (account_id, first_action_at) INCLUDE (repository_id, number, is_robot);

CREATE INDEX participant_fact_reviewer_idx ON public.participant_fact USING btree (repository_id, number) INCLUDE (account_id, first_action_at) WHERE ((reviews > 0) AND (NOT is_robot));

CREATE INDEX people_change_changed_idx ON public.people_change USING btree (changed_at);

CREATE INDEX people_import_created_by_idx ON public.people_import USING btree (created_by);

CREATE INDEX people_import_row_does_idx ON public.people_import_row USING btree (people_import_id, does, row_number);

CREATE INDEX person_created_by_idx ON public.person USING btree (created_by);

CREATE INDEX person_demo_host_idx ON public.person USING btree (demo_host_id);

CREATE INDEX person_email_idx ON public.person USING btree (email);

CREATE INDEX person_merged_idx ON public.person USING btree (merged_into_person_id);

CREATE INDEX person_name_idx ON public.person USING btree (lower(name), slug);

CREATE INDEX person_act_done_by_idx ON public.person_act USING btree (done_by);

CREATE INDEX person_act_other_idx ON public.person_act USING btree (other_person_id);

CREATE INDEX person_act_person_idx ON public.person_act USING btree (person_id);

CREATE INDEX person_act_undone_by_idx ON public.person_act USING btree (undone_by);

CREATE INDEX person_email_email_idx ON public.person_email USING btree (email);

CREATE INDEX person_look_looked_at_idx ON public.person_look USING btree (looked_at);

CREATE INDEX person_look_person_idx ON public.person_look USING btree (person_id, looked_at DESC);

CREATE INDEX person_look_user_idx ON public.person_look USING btree (user_id);

CREATE INDEX pull_request_author_idx ON public.pull_request USING btree (author_account_id, merged_at DESC);

CREATE INDEX pull_request_closed_idx ON public.pull_request USING btree (closed_at DESC) WHERE (closed_at IS NOT NULL);

CREATE INDEX pull_request_created_idx ON public.pull_request USING btree (created_at DESC);

CREATE INDEX pull_request_merged_idx ON public.pull_request USING btree (merged_at DESC) WHERE (merged_at IS NOT NULL);

CREATE INDEX pull_request_repository_created_idx ON public.pull_request USING btree (repository_id, created_at DESC);

CREATE INDEX pull_request_state_idx ON public.pull_request USING btree (repository_id, state, is_draft) WHERE (gone_at IS NULL);

CREATE INDEX pull_request_title_idx ON public.pull_request USING gin (title gin_trgm_ops);

CREATE INDEX pull_request_updated_idx ON public.pull_request USING btree (source_version DESC);

CREATE INDEX pull_request_assignee_account_idx ON public.pull_request_assignee USING btree (account_id);

CREATE INDEX pull_request_comment_author_idx ON public.pull_request_comment USING btree (author_account_id, created_at DESC);

CREATE INDEX pull_request_comment_pull_request_idx ON public.pull_request_comment USING btree (repository_id, number);

CREATE INDEX pull_request_commit_oid_idx ON public.pull_request_commit USING btree (repository_id, oid);

CREATE INDEX pull_request_exclusion_by_idx ON public.pull_request_exclusion USING btree (excluded_by);

CREATE INDEX pull_request_fact_author_idx ON public.pull_request_fact USING btree (author_account_id);

CREATE INDEX pull_request_fact_closed_idx ON public.pull_request_fact USING btree (closed_at);

CREATE INDEX pull_request_fact_merged_idx ON public.pull_request_fact USING btree (merged_at);

CREATE INDEX pull_request_fact_open_idx ON public.pull_request_fact USING btree (repository_id, author_account_id) WHERE ((merged_at IS NULL) AND (closed_at IS NULL));

CREATE INDEX pull_request_fact_opened_idx ON public.pull_request_fact USING btree (opened_at);

CREATE INDEX pull_request_fact_response_idx ON public.pull_request_fact USING btree (first_response_at);

CREATE INDEX pull_request_label_name_idx ON public.pull_request_label USING btree (lower(name));

CREATE INDEX pull_request_part_gap_idx ON public.pull_request_part USING btree (repository_id, number DESC) WHERE (reason IS NOT NULL);

CREATE INDEX pull_request_part_not_read_idx ON public.pull_request_part USING btree (repository_id, part, number DESC) WHERE (reason = 'not-read'::text);

CREATE INDEX pull_request_review_author_idx ON public.pull_request_review USING btree (author_account_id, submitted_at DESC);

CREATE INDEX pull_request_review_pull_request_idx ON public.pull_request_review USING btree (repository_id, number);

CREATE INDEX pull_request_review_request_account_idx ON public.pull_request_review_request USING btree (account_id);

CREATE INDEX pull_request_review_thread_pull_request_idx ON public.pull_request_review_thread USING btree (repository_id, number);

CREATE INDEX rejected_suggestion_other_idx ON public.rejected_suggestion USING btree (other_account_id);

CREATE INDEX rejected_suggestion_person_idx ON public.rejected_suggestion USING btree (person_id);

CREATE INDEX rejected_suggestion_rejected_by_idx ON public.rejected_suggestion USING btree (rejected_by);

CREATE INDEX repository_organisation_idx ON public.repository USING btree (organisation_id);

CREATE INDEX repository_grant_granted_by_idx ON public.repository_grant USING btree (granted_by);

CREATE INDEX repository_grant_repository_idx ON public.repository_grant USING btree (repository_id);

CREATE INDEX repository_sync_connection_idx ON public.repository_sync USING btree (connection_id);

CREATE INDEX saved_view_owner_idx ON public.saved_view USING btree (owner_user_id);

CREATE UNIQUE INDEX saved_view_pinned_key ON public.saved_view USING btree (team_id) WHERE (is_pinned AND (deleted_at IS NULL));

CREATE INDEX saved_view_team_idx ON public.saved_view USING btree (team_id);

CREATE INDEX snooze_repository_idx ON public.snooze USING btree (repository_id);

CREATE INDEX staged_entry_number_idx ON public.staged_entry USING btree (repository_id, number);

CREATE INDEX sync_log_connection_idx ON public.sync_log USING btree (connection_id, at DESC);

CREATE INDEX sync_log_repository_idx ON public.sync_log USING btree (repository_id);

CREATE INDEX team_created_by_idx ON public.team USING btree (created_by);

CREATE INDEX team_demo_host_idx ON public.team USING btree (demo_host_id);

CREATE INDEX team_parent_idx ON public.team USING btree (parent_team_id);

CREATE INDEX team_github_member_account_idx ON public.team_github_member USING btree (account_id);

CREATE INDEX team_member_person_idx ON public.team_member USING btree (person_id);

CREATE INDEX user_identity_user ON public.user_identity USING btree (user_id);

CREATE INDEX user_session_user_idx ON public.user_session USING btree (user_id);

CREATE INDEX verified_domain_added_by_idx ON public.verified_domain USING btree (added_by);

CREATE INDEX working_agreement_set_by_idx ON public.working_agreement USING btree (set_by);

-- views

create view v_account as
 SELECT account.account_id,
    account.host_id,
    account.github_id,
    account.login,
    account.name,
    account.kind,
    account.node_id,
    COALESCE(account.said_class, v_known_robot.class,
        CASE
            WHEN ((account.kind = 'Bot'::text) OR (account.login ~~ '%[bot]'::text)) THEN 'bot'::text
            ELSE 'person'::text
        END) AS class,
    (account.said_class IS NOT NULL) AS is_class_said
   FROM (account
     LEFT JOIN v_known_robot ON ((v_known_robot.login = lower(account.login))));

create view v_account_email as
 SELECT account_email.account_id,
    account_email.email,
    account_email.source,
    NULL::bigint AS connection_id,
    account_email.last_seen_at AS told_at
   FROM account_email
UNION ALL
 SELECT account_verified_email.account_id,
    account_verified_email.email,
    'verified-domain'::text AS source,
    account_verified_email.connection_id,
    account_verified_email.told_at
   FROM account_verified_email;

create view v_account_link as
 SELECT account_link.account_id,
    account.host_id,
    account.login,
    account_link.person_id,
    account_link.from_at,
    account_link.until_at,
    (account_link.unlinked_at IS NOT NULL) AS has_ended
   FROM (account_link
     JOIN account ON ((account.account_id = account_link.account_id)));

create view v_account_person as
 SELECT account_link.account_id,
    account_link.person_id,
    person.slug,
    person.name,
    COALESCE(account_link.from_at, '-infinity'::timestamp with time zone) AS from_at,
    LEAST(COALESCE(account_link.until_at, 'infinity'::timestamp with time zone), COALESCE(person.left_at, 'infinity'::timestamp with time zone)) AS until_at
   FROM (account_link
     JOIN person ON ((person.person_id = account_link.person_id)))
  WHERE (account_link.unlinked_at IS NULL);

create view v_api_key as
 SELECT key_id,
    user_id,
    name,
    prefix,
    scope,
    created_at,
    expires_at,
    last_used_at,
    revoked_at
   FROM api_key;

create view v_audit_entry as
 SELECT audit_id,
    at,
    actor_user_id,
    action,
    subject,
    detail
   FROM audit_entry;

create view v_awaited_login as
 SELECT awaited_login.awaited_login_id,
    COALESCE(person.merged_into_person_id, person.person_id) AS person_id,
    awaited_login.host_id,
    awaited_login.login,
    awaited_login.file_name,
    awaited_login.imported_at
   FROM (awaited_login
     JOIN person ON ((person.person_id = awaited_login.person_id)));

create view v_change as
 SELECT seq,
    repository_id,
    entity,
    key,
    transaction_id,
    changed_at
   FROM change;

create view v_completeness as
 SELECT repository_id,
    part,
    NULLIF(cause, 'whole'::text) AS reason,
    pull_requests,
    held,
    github_total,
    uncounted
   FROM completeness_part;

create view v_completeness_count as
 SELECT repository_id,
    is_settled
   FROM completeness_count;

create view v_completeness_kind as
 SELECT repository_id,
    kind,
    pull_requests,
    whole,
    held
   FROM completeness_kind
  WHERE ((kind <> 'files'::text) OR (NOT (EXISTS ( SELECT
           FROM (repository_sync
             JOIN v_switched_off ON ((v_switched_off.connection_id = repository_sync.connection_id)))
          WHERE ((repository_sync.repository_id = completeness_kind.repository_id) AND (v_switched_off.data = 'files'::text))))));

create view v_connection as
 SELECT connection.connection_id,
    connection.organisation_id,
    organisation.host_id,
    organisation.login AS organisation_login,
    connection.name,
    connection.repository_choice,
    connection.includes_archived,
    connection.includes_forks,
    connection.state,
    connection.paused_at,
    connection.disconnected_at,
    connection.choice_revision,
    connection.created_at
   FROM (connection
     JOIN organisation ON ((organisation.organisation_id = connection.organisation_id)));

create view v_correction as
 SELECT correction_id,
    person_id,
    kind,
    subject,
    note,
    state,
    asked_at,
    answered_at,
    answer
   FROM correction;

create view v_former_repository_name as
 SELECT repository_id,
    owner_login,
    name,
    left_at
   FROM former_repository_name;

create view v_git_commit as
 SELECT repository_id,
    oid,
    author_account_id,
    author_email,
    authored_at,
    committed_at,
    message_length
   FROM git_commit;

create view v_host as
 SELECT host_id,
    kind,
    base_url,
    name
   FROM host;

create view v_known_robot as
 SELECT login,
    class
   FROM ( VALUES ('dependabot[bot]'::text,'bot'::text), ('dependabot-preview[bot]'::text,'bot'::text), ('renovate[bot]'::text,'bot'::text), ('renovate-bot'::text,'bot'::text), ('github-actions[bot]'::text,'bot'::text), ('pre-commit-ci[bot]'::text,'bot'::text), ('codecov[bot]'::text,'bot'::text), ('codecov-io'::text,'bot'::text), ('codecov-commenter'::text,'bot'::text), ('coveralls'::text,'bot'::text), ('sonarcloud[bot]'::text,'bot'::text), ('sonarqubecloud[bot]'::text,'bot'::text), ('snyk-bot'::text,'bot'::text), ('mergify[bot]'::text,'bot'::text), ('allcontributors[bot]'::text,'bot'::text), ('greenkeeper[bot]'::text,'bot'::text), ('imgbot[bot]'::text,'bot'::text), ('stale[bot]'::text,'bot'::text), ('vercel[bot]'::text,'bot'::text), ('netlify[bot]'::text,'bot'::text), ('changeset-bot[bot]'::text,'bot'::text), ('semantic-release-bot'::text,'bot'::text), ('web-flow'::text,'bot'::text), ('copilot'::text,'ai-agent'::text), ('copilot[bot]'::text,'ai-agent'::text), ('copilot-swe-agent'::text,'ai-agent'::text), ('copilot-swe-agent[bot]'::text,'ai-agent'::text), ('copilot-pull-request-reviewer[bot]'::text,'ai-agent'::text), ('claude'::text,'ai-agent'::text), ('claude[bot]'::text,'ai-agent'::text), ('devin-ai-integration[bot]'::text,'ai-agent'::text), ('cursor[bot]'::text,'ai-agent'::text), ('cursoragent'::text,'ai-agent'::text), ('openai-codex[bot]'::text,'ai-agent'::text), ('chatgpt-codex-connector[bot]'::text,'ai-agent'::text), ('google-labs-jules[bot]'::text,'ai-agent'::text), ('gemini-code-assist[bot]'::text,'ai-agent'::text), ('coderabbitai[bot]'::text,'ai-agent'::text), ('sweep-ai[bot]'::text,'ai-agent'::text), ('ellipsis-dev[bot]'::text,'ai-agent'::text)) known(login, class);

create view v_list_reason as
 SELECT reason,
    text
   FROM ( VALUES ('forbidden'::text,'This token may not read it.'::text), ('gone'::text,'GitHub no longer has it.'::text), ('cut-off'::text,'GitHub left parts of it out.'::text), ('unreadable'::text,'GitHub''s answer could not be read.'::text), ('count-differs'::text,'GitHub counts another number than it shows.'::text), ('not-read'::text,'It has not been read whole.'::text), ('not-offered'::text,'This version of GitHub does not have it.'::text)) known(reason, text);

create view v_organisation as
 SELECT organisation_id,
    host_id,
    github_id,
    login,
    name
   FROM organisation;

create view v_own_account as
 SELECT own_account_id,
    user_id,
    host_id,
    github_id,
    login,
    connected_at,
    used_at
   FROM own_github_account
  WHERE (ending_at IS NULL);

create view v_participant_fact as
 SELECT repository_id,
    number,
    account_id,
    is_robot,
    first_action_at,
    last_action_at,
    first_approval_at,
    reviews,
    approvals,
    comments,
    unblocked_at
   FROM participant_fact;

create view v_people_change as
 SELECT seq,
    account_id,
    transaction_id,
    changed_at
   FROM people_change;

create view v_person as
 SELECT person_id,
    slug,
    name,
    zone,
    user_id,
    demo_host_id,
    joined_on,
    left_on,
    (excluded_at IS NOT NULL) AS is_excluded,
    excluded_reason,
    (hidden_at IS NOT NULL) AS is_hidden
   FROM person
  WHERE (merged_into_person_id IS NULL);

create view v_person_email as
 SELECT person.person_id,
    person.email
   FROM person
  WHERE ((person.email IS NOT NULL) AND (person.merged_into_person_id IS NULL))
UNION
 SELECT person_email.person_id,
    person_email.email
   FROM (person_email
     JOIN person ON ((person.person_id = person_email.person_id)))
  WHERE (person.merged_into_person_id IS NULL);

create view v_person_look as
 SELECT look.person_id,
    look.person_id AS opened_person_id,
    look.user_id,
    look.hour_at,
    look.is_refused,
    look.kinds,
    look.is_by_key,
    look.looked_at
   FROM (person_look look
     JOIN person ON ((person.person_id = look.person_id)))
  WHERE (person.merged_into_person_id IS NULL)
UNION ALL
 SELECT person.merged_into_person_id AS person_id,
    look.person_id AS opened_person_id,
    look.user_id,
    look.hour_at,
    look.is_refused,
    look.kinds,
    look.is_by_key,
    look.looked_at
   FROM (person
     JOIN person_look look ON ((look.person_id = person.person_id)))
  WHERE (person.merged_into_person_id IS NOT NULL);

create view v_pull_request as
 SELECT repository_id,
    number,
    github_id,
    node_id,
    title,
    body_length,
    state,
    is_draft,
    author_account_id,
    created_at,
    source_version AS updated_at,
    closed_at,
    merged_at,
    merged_by_account_id,
    merge_commit_oid,
    base_ref,
    base_oid,
    head_ref,
    head_oid,
    head_repository,
    is_cross_repository,
    additions,
    deletions,
    changed_files,
    review_decision
   FROM pull_request
  WHERE (gone_at IS NULL);

create view v_pull_request_assignee as
 SELECT repository_id,
    number,
    account_id
   FROM pull_request_assignee;

create view v_pull_request_closing_issue as
 SELECT repository_id,
    number,
    issue_repository,
    issue_number
   FROM pull_request_closing_issue;

create view v_pull_request_comment as
 SELECT repository_id,
    kind,
    github_id,
    number,
    node_id,
    author_account_id,
    review_github_id,
    thread_node_id,
    in_reply_to_github_id,
    body_length,
    created_at,
    source_version AS updated_at
   FROM pull_request_comment
  WHERE (gone_at IS NULL);

create view v_pull_request_commit as
 SELECT repository_id,
    number,
    oid,
    "position"
   FROM pull_request_commit;

create view v_pull_request_event as
 SELECT repository_id,
    number,
    kind,
    occurred_at,
    NULLIF(actor_account_id, 0) AS actor_account_id,
    subject,
    node_id
   FROM pull_request_event;

create view v_pull_request_fact as
 SELECT repository_id,
    number,
    author_account_id,
    author_class,
    opened_at,
    ready_at,
    merged_at,
    closed_at,
    first_commit_at,
    first_requested_at,
    first_response_at,
    first_response_account_id,
    first_approval_at,
    last_approval_at,
    last_commit_at,
    coding_s,
    pickup_s,
    review_s,
    merge_s,
    is_moved,
    review_rounds,
    commits,
    follow_on_commits,
    words_by_others,
    words_before_end,
    longest_before_end,
    review_comments,
    changes_requested_at,
    last_author_action_at,
    last_reviewer_action_at,
    answers,
    answers_s,
    reactions,
    reactions_s,
    open_requests,
    collaboration,
    lines,
    changed_files,
    labels,
    exclusion_kind,
    exclusion_reason
   FROM pull_request_fact;

create view v_pull_request_file as
 SELECT repository_id,
    number,
    path,
    change_kind,
    additions,
    deletions
   FROM pull_request_file
  WHERE (NOT (EXISTS ( SELECT
           FROM (repository
             JOIN v_switched_off ON ((v_switched_off.organisation_id = repository.organisation_id)))
          WHERE ((repository.repository_id = pull_request_file.repository_id) AND (v_switched_off.data = 'files'::text)))));

create view v_pull_request_gone as
 SELECT repository_id,
    number,
    title,
    state,
    is_draft,
    author_account_id,
    created_at,
    source_version AS updated_at,
    closed_at,
    merged_at,
    merged_by_account_id,
    base_ref,
    head_ref,
    additions,
    deletions,
    changed_files,
    review_decision,
    gone_at
   FROM pull_request
  WHERE (gone_at IS NOT NULL);

create view v_pull_request_label as
 SELECT repository_id,
    number,
    name,
    colour
   FROM pull_request_label;

create view v_pull_request_part as
 SELECT repository_id,
    number,
    part,
    state,
    github_total,
    held,
    reason AS reason_code
   FROM pull_request_part;

create view v_pull_request_review as
 SELECT repository_id,
    github_id,
    number,
    node_id,
    author_account_id,
    state,
    submitted_at,
    commit_oid,
    body_length
   FROM pull_request_review
  WHERE (gone_at IS NULL);

create view v_pull_request_review_request as
 SELECT repository_id,
    number,
    reviewer_kind,
    reviewer_key,
    account_id
   FROM pull_request_review_request;

create view v_pull_request_review_thread as
 SELECT repository_id,
    node_id,
    number,
    path,
    line,
    is_resolved,
    is_outdated,
    resolved_by_account_id
   FROM pull_request_review_thread
  WHERE (gone_at IS NULL);

create view v_repository as
 SELECT repository_id,
    host_id,
    organisation_id,
    github_id,
    node_id,
    owner_login,
    name,
    visibility,
    is_archived,
    is_fork,
    default_branch,
    pushed_at
   FROM repository
  WHERE (gone_at IS NULL);

create view v_repository_gone as
 SELECT repository_id,
    organisation_id,
    github_id,
    owner_login,
    name,
    visibility,
    is_archived,
    is_fork,
    gone_at
   FROM repository
  WHERE (gone_at IS NOT NULL);

create view v_repository_grant as
 SELECT user_id,
    repository_id,
    granted_by,
    granted_at
   FROM repository_grant;

create view v_repository_sync as
 SELECT repository_id,
    data,
    connection_id,
        CASE
            WHEN (failure_count >= 3) THEN 'failed'::text
            WHEN (started_at IS NULL) THEN 'waiting'::text
            ELSE 'reading'::text
        END AS reading,
    total,
    LEAST(held_count, total) AS held_count,
    recent_completed_at,
    completed_at,
    read_at,
    ( SELECT (count(*))::integer AS count
           FROM quarantined_record
          WHERE ((quarantined_record.repository_id = repository_sync.repository_id) AND (quarantined_record.data = repository_sync.data) AND (quarantined_record.resolved_at IS NULL))) AS unreadable_count
   FROM repository_sync
  WHERE is_chosen;

create view v_review_given as
 SELECT review.repository_id,
    review.github_id,
    review.number,
    review.state,
    review.submitted_at,
    giver.person_id
   FROM ((v_pull_request_review review
     JOIN v_account_person giver ON (((giver.account_id = review.author_account_id) AND (review.submitted_at >= giver.from_at) AND (review.submitted_at < giver.until_at))))
     JOIN v_pull_request pull_request ON (((pull_request.repository_id = review.repository_id) AND (pull_request.number = review.number))))
  WHERE ((review.submitted_at IS NOT NULL) AND (review.state <> 'pending'::text) AND (NOT (EXISTS ( SELECT
           FROM v_account_person author
          WHERE ((author.account_id = pull_request.author_account_id) AND (pull_request.created_at >= author.from_at) AND (pull_request.created_at < author.until_at) AND (author.person_id = giver.person_id))))));

create view v_saved_view as
 SELECT saved_view_id,
    owner_user_id,
    name,
    address,
    created_at,
    updated_at
   FROM saved_view;

create view v_shipped as
 SELECT pull_request.repository_id,
    pull_request.number,
    pull_request.merged_at,
    author.person_id
   FROM (v_pull_request pull_request
     JOIN v_account_person author ON (((author.account_id = pull_request.author_account_id) AND (pull_request.created_at >= author.from_at) AND (pull_request.created_at < author.until_at))))
  WHERE (pull_request.merged_at IS NOT NULL);

create view v_snooze as
 SELECT user_id,
    repository_id,
    number,
    agreement,
    until_at
   FROM snooze;

create view v_switched_off as
 SELECT connection.connection_id,
    connection.organisation_id,
    organisation.login AS organisation_login,
    connection_data.data,
    connection_data.switched_off_at
   FROM ((connection_data
     JOIN connection ON ((connection.connection_id = connection_data.connection_id)))
     JOIN organisation ON ((organisation.organisation_id = connection.organisation_id)))
  WHERE (connection_data.switched_off_at IS NOT NULL);

create view v_team as
 SELECT team_id,
    slug,
    name,
    parent_team_id,
    zone,
    working_days,
    demo_host_id
   FROM team;

create view v_team_above as
 WITH RECURSIVE above(team_id, above_team_id) AS (
         SELECT team.team_id,
            team.team_id
           FROM team
        UNION
         SELECT above_1.team_id,
            team.parent_team_id
           FROM (above above_1
             JOIN team ON ((team.team_id = above_1.above_team_id)))
          WHERE (team.parent_team_id IS NOT NULL)
        )
 SELECT team_id,
    above_team_id
   FROM above;

create view v_team_contributor as
 SELECT v_team_above.above_team_id AS team_id,
    member.person_id,
    member.from_on,
    member.until_on
   FROM (v_team_above
     JOIN v_team_member member ON ((member.team_id = v_team_above.team_id)))
  WHERE (member.part = 'contributor'::text);

create view v_team_member as
 SELECT team_member.team_id,
    COALESCE(person.merged_into_person_id, person.person_id) AS person_id,
    team_member.part,
    team_member.is_lead,
    team_member.from_on,
    COALESCE(team_member.until_on, 'infinity'::date) AS until_on
   FROM (team_member
     JOIN person ON ((person.person_id = team_member.person_id)));

create view v_user as
 SELECT user_id,
    email,
    name,
    role,
    disabled_at
   FROM app_user;

create view v_user_identity as
 SELECT user_identity_id,
    user_id,
    issuer,
    subject,
    label,
    connected_at,
    used_at
   FROM user_identity;

create view v_user_session as
 SELECT user_id,
    created_at,
    last_seen_at,
    expires_at,
    ended_at
   FROM user_session;

create view v_workspace as
 SELECT name,
    zone,
    set_up_at,
    person_pages,
    working_days
   FROM workspace;

-- functions

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (now() + COALESCE((NULLIF(current_setting('throughline.clock_offset'::text, true), ''::text))::interval, '00:00:00'::interval))
;

-- triggers
