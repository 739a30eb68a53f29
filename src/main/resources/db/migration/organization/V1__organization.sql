create schema if not exists organization;
select platform.open_schema('organization');

create table organization.department (
  company_id uuid not null default platform.company(),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  parent_id uuid,
  closed_on date,
  primary key (company_id, id),
  constraint department_name unique (company_id, name),
  foreign key (company_id, parent_id) references organization.department
);
select platform.protect('organization.department');

-- Neutral role codes with the company's own names (alias table of clauses.md).
create table organization.role (
  company_id uuid not null default platform.company(),
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  local_name text not null check (length(local_name) between 1 and 60),
  aliases text[] not null default '{}',
  rights text[] not null,
  position int not null,
  primary key (company_id, code)
);
select platform.protect('organization.role');

create table organization.person (
  company_id uuid not null default platform.company(),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  department_id uuid,
  email text check (length(email) <= 200),
  phone text check (length(phone) <= 40),
  language text check (language in ('zh-CN', 'zh-TW', 'en')),
  left_on date,
  version int not null default 1,
  changed_by uuid,
  changed_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, department_id) references organization.department
);
select platform.protect('organization.person');

create table organization.person_role (
  company_id uuid not null default platform.company(),
  person_id uuid not null,
  role text not null,
  primary key (company_id, person_id, role),
  foreign key (company_id, person_id) references organization.person,
  foreign key (company_id, role) references organization.role
);
select platform.protect('organization.person_role');

create table organization.delegation (
  company_id uuid not null default platform.company(),
  id uuid not null,
  from_person uuid not null,
  to_person uuid not null,
  role text not null,
  first_day date not null,
  last_day date not null,
  reason text not null check (length(reason) between 1 and 300),
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id),
  check (first_day <= last_day),
  check (from_person <> to_person),
  foreign key (company_id, from_person) references organization.person,
  foreign key (company_id, to_person) references organization.person,
  foreign key (company_id, role) references organization.role
);
select platform.protect('organization.delegation');

-- Business hours and own exceptions; public holidays stand in platform.holiday.
create table organization.calendar (
  company_id uuid not null default platform.company(),
  region text not null default 'CN',
  weekend int[] not null default '{6,7}',
  hours jsonb not null,
  version int not null default 1,
  primary key (company_id)
);
select platform.protect('organization.calendar');

create table organization.calendar_day (
  company_id uuid not null default platform.company(),
  day date not null,
  working boolean not null,
  name text not null check (length(name) <= 60),
  primary key (company_id, day)
);
select platform.protect('organization.calendar_day');
