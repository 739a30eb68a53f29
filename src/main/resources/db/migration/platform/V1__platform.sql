-- What stands outside the company scope (wiring.md, "Outside the company scope"), and the two functions
-- by which every business table puts itself inside it.
create extension if not exists pg_trgm;

revoke create on schema public from public;
grant usage on schema platform to ${app};

-- After a commit the setting is an empty string, not null; a plain cast would fail.
create function platform.company() returns uuid language sql stable parallel safe
  return nullif(current_setting('huiyin.company', true), '')::uuid;

create function platform.open_schema(name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to ${app}', name);
end $$;

-- Puts a table under row-level security: the application reads and writes only rows of the company bound to
-- its transaction. The owner (migrations, definer functions) sees all rows and must filter by itself.
create function platform.protect(target regclass, rights text default 'select, insert, update, delete')
returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy company on %s to ${app} using (company_id = platform.company()) with check (company_id = platform.company())', target);
  execute format('create policy owner on %s to ${owner} using (true) with check (true)', target);
  execute format('grant %s on %s to ${app}', rights, target);
end $$;

-- For evidence: rows may be added and read, never changed or removed.
create function platform.protect_append_only(target regclass) returns void language sql as $$
  select platform.protect(target, 'select, insert');
$$;

create table platform.company (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,30}$'),
  name text not null check (length(name) between 1 and 120),
  language text not null check (language in ('zh-CN', 'zh-TW', 'en')),
  zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  created_at timestamptz not null
);

create table platform.account (
  id uuid primary key,
  login text not null check (login = lower(login) and length(login) between 2 and 120),
  password_hash text not null,
  language text check (language in ('zh-CN', 'zh-TW', 'en')),
  failures int not null default 0,
  locked_until timestamptz,
  password_set_at timestamptz not null,
  must_change boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null,
  constraint account_login unique (login)
);

create table platform.membership (
  account_id uuid not null references platform.account,
  company_id uuid not null references platform.company,
  person_id uuid not null,
  primary key (account_id, company_id),
  unique (company_id, person_id)
);

-- The token is the capability; only its hash is kept.
create table platform.link (
  token_hash bytea primary key,
  company_id uuid not null references platform.company,
  kind text not null,
  subject_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index link_subject on platform.link (company_id, kind, subject_id);

create table platform.api_token (
  id uuid primary key,
  token_hash bytea not null unique,
  company_id uuid not null references platform.company,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_on date,
  revoked_at timestamptz
);
create index api_token_company on platform.api_token (company_id);

-- One answer per key: a repeated write is answered from here (company-scoped by its key).
create table platform.idempotency (
  token_id uuid not null references platform.api_token,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status int not null,
  content_type text,
  body bytea not null,
  created_at timestamptz not null,
  primary key (token_id, key)
);
create index idempotency_age on platform.idempotency (created_at);

create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on platform.scheduled_tasks (last_heartbeat);

-- Public holidays and make-up days by region; a year without a row in holiday_year is not yet published.
create table platform.holiday_year (
  region text not null,
  year int not null,
  source text not null,
  primary key (region, year)
);
create table platform.holiday (
  region text not null,
  day date not null,
  working boolean not null,
  name text not null,
  primary key (region, day)
);

create table platform.spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_expiry on platform.spring_session (expiry_time);
create index spring_session_principal on platform.spring_session (principal_name);
create table platform.spring_session_attributes (
  session_primary_id char(36) not null references platform.spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- What the installation itself needs to remember (setup code, base address, seal of the audit chain).
create table platform.setting (
  name text primary key,
  value text not null
);

grant select, insert, update, delete on all tables in schema platform to ${app};
