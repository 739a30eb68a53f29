create schema if not exists approval;
select platform.open_schema('approval');

-- A signature: who, when, as what, meaning what in words, over which content (wiring.md, "Signing").
create table approval.signature (
  company_id uuid not null default platform.company(),
  id uuid not null,
  person_id uuid not null,
  person_name text not null check (length(person_name) between 1 and 60),
  roles text[] not null,
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id uuid not null,
  meaning jsonb not null,
  words text not null check (length(words) between 1 and 1000),
  content_hash text not null check (length(content_hash) between 1 and 128),
  way text not null check (way in ('PASSWORD', 'RECENT_PASSWORD', 'TOKEN')),
  token_id uuid,
  signed_at timestamptz not null,
  primary key (company_id, id),
  check ((way = 'TOKEN') = (token_id is not null)),
  foreign key (company_id, person_id) references organization.person
);
create index signature_subject on approval.signature (company_id, subject_type, subject_id, id);
select platform.protect_append_only('approval.signature');

create table approval.request (
  company_id uuid not null default platform.company(),
  id uuid not null,
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id uuid not null,
  title jsonb not null,
  path text not null check (length(path) <= 500),
  amount numeric,
  currency text check (length(currency) = 3),
  content_hash text not null check (length(content_hash) between 1 and 128),
  profile_version uuid not null,
  clause text not null check (length(clause) <= 60),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (company_id, id),
  check ((amount is null) = (currency is null)),
  foreign key (company_id, proposed_by) references organization.person
);
create index request_subject on approval.request (company_id, subject_type, subject_id, id);
select platform.protect_append_only('approval.request');

-- One row per role that must approve; roles of the same step may approve in any order.
create table approval.part (
  company_id uuid not null default platform.company(),
  request_id uuid not null,
  step int not null check (step >= 1),
  role text not null,
  primary key (company_id, request_id, step, role),
  foreign key (company_id, request_id) references approval.request,
  foreign key (company_id, role) references organization.role
);
select platform.protect_append_only('approval.part');

create table approval.decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  request_id uuid not null,
  step int not null,
  role text not null,
  approved boolean not null,
  reason text not null check (length(reason) <= 1000),
  decided_by uuid not null,
  on_behalf_of uuid,
  signature_id uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  constraint decision_once unique (company_id, request_id, step, role),
  constraint decision_signature unique (company_id, signature_id),
  foreign key (company_id, request_id, step, role) references approval.part,
  foreign key (company_id, decided_by) references organization.person,
  foreign key (company_id, signature_id) references approval.signature
);
select platform.protect_append_only('approval.decision');

create table approval.withdrawal (
  company_id uuid not null default platform.company(),
  request_id uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  withdrawn_by uuid not null,
  withdrawn_at timestamptz not null,
  primary key (company_id, request_id),
  foreign key (company_id, request_id) references approval.request
);
select platform.protect_append_only('approval.withdrawal');

-- A step that lies too long is said again; one row per reminder.
create table approval.reminder (
  company_id uuid not null default platform.company(),
  request_id uuid not null,
  step int not null,
  number int not null,
  reminded_at timestamptz not null,
  primary key (company_id, request_id, step, number),
  foreign key (company_id, request_id) references approval.request
);
select platform.protect_append_only('approval.reminder');
