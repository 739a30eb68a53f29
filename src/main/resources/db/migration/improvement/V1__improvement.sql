create schema if not exists improvement;
select platform.open_schema('improvement');

-- A corrective and preventive action (001/5.4.6.1, 5.2.2.5). State, owner and due date are the present standing; how
-- they came about stands in improvement.step. first_due never changes.
create table improvement.action (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  origins text[] not null check (cardinality(origins) between 1 and 2 and origins <@ array['SURVEY', 'COMPLAINT']),
  customer_id uuid,
  source_type text not null check (length(source_type) between 1 and 40),
  source_id uuid not null,
  problem text not null check (length(problem) between 1 and 8000),
  items text[] not null,
  department_id uuid,
  owner_id uuid,
  state text not null check (state in ('PROPOSED', 'RETURNED', 'ANALYSING', 'PLANNING', 'DOING', 'VERIFYING', 'TELLING', 'READY', 'CLOSED', 'VOIDED')),
  cycle int not null default 1 check (cycle >= 1),
  first_due date not null,
  due date not null,
  due_reasons text[] not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  ended_at timestamptz,
  profile_version uuid not null,
  clause text not null,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint action_number unique (company_id, number),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, department_id) references organization.department,
  foreign key (company_id, owner_id) references organization.person
);
select platform.protect('improvement.action', 'select, insert, update');
create index action_state on improvement.action (company_id, state, due);
create index action_customer on improvement.action (company_id, customer_id);
create index action_source on improvement.action (company_id, source_type, source_id);

-- Each step is evidence: who, when, in which cycle; reopening begins a new cycle and keeps the earlier ones.
create table improvement.step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  action_id uuid not null,
  cycle int not null,
  kind text not null check (kind in ('PROPOSED', 'ACCEPTED', 'RETURNED', 'ASSIGNED', 'CAUSE_FOUND', 'DUE_CHANGED', 'VERIFIED', 'TOLD', 'CLOSED', 'REOPENED', 'VOIDED')),
  words text not null check (length(words) <= 4000),
  details jsonb not null,
  done_by uuid not null,
  done_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, action_id) references improvement.action
);
select platform.protect_append_only('improvement.step');
create index step_action on improvement.step (company_id, action_id, id);

-- Why, and why that: a tree of answers; a wrong one is struck out, never erased.
create table improvement.cause (
  company_id uuid not null default platform.company(),
  id uuid not null,
  action_id uuid not null,
  cycle int not null,
  parent_id uuid,
  words text not null check (length(words) between 1 and 1000),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, action_id) references improvement.action,
  foreign key (company_id, parent_id) references improvement.cause
);
select platform.protect_append_only('improvement.cause');
create index cause_action on improvement.cause (company_id, action_id, id);

create table improvement.cause_strike (
  company_id uuid not null default platform.company(),
  cause_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  struck_by uuid not null,
  struck_at timestamptz not null,
  primary key (company_id, cause_id),
  foreign key (company_id, cause_id) references improvement.cause
);
select platform.protect_append_only('improvement.cause_strike');

create table improvement.measure (
  company_id uuid not null default platform.company(),
  id uuid not null,
  action_id uuid not null,
  cycle int not null,
  kind text not null check (kind in ('IMMEDIATE', 'CORRECTIVE', 'PREVENTIVE')),
  words text not null check (length(words) between 1 and 2000),
  owner_id uuid not null,
  due date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, action_id) references improvement.action,
  foreign key (company_id, owner_id) references organization.person
);
select platform.protect_append_only('improvement.measure');
create index measure_action on improvement.measure (company_id, action_id, id);
create index measure_owner on improvement.measure (company_id, owner_id);

-- The end of a measure: carried out, with evidence, or given up, with the reason.
create table improvement.measure_end (
  company_id uuid not null default platform.company(),
  measure_id uuid not null,
  done boolean not null,
  words text not null check (length(words) between 1 and 4000),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, measure_id),
  foreign key (company_id, measure_id) references improvement.measure
);
select platform.protect_append_only('improvement.measure_end');

-- Whom a late promise was carried up to; the same promise climbs each level once.
create table improvement.escalation (
  company_id uuid not null default platform.company(),
  action_id uuid not null,
  promise text not null check (length(promise) between 1 and 80),
  level int not null check (level >= 1),
  told uuid[] not null,
  days_late int not null,
  escalated_at timestamptz not null,
  primary key (company_id, action_id, promise, level),
  foreign key (company_id, action_id) references improvement.action
);
select platform.protect_append_only('improvement.escalation');

-- The comprehensive improvement plan (001/5.4.6.3).
create table improvement.plan (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  title text not null check (length(title) between 1 and 120),
  opinion text not null check (length(opinion) <= 4000),
  made_by uuid not null,
  made_at timestamptz not null,
  profile_version uuid not null,
  primary key (company_id, id),
  constraint plan_number unique (company_id, number)
);
select platform.protect_append_only('improvement.plan');

create table improvement.plan_action (
  company_id uuid not null default platform.company(),
  plan_id uuid not null,
  action_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (company_id, plan_id, action_id),
  foreign key (company_id, plan_id) references improvement.plan,
  foreign key (company_id, action_id) references improvement.action
);
select platform.protect_append_only('improvement.plan_action');

-- Dissatisfied items of the rolling survey, quarter by quarter (001/5.4.6.4); each ends in an action or a reasoned "none".
create table improvement.agenda_item (
  company_id uuid not null default platform.company(),
  id uuid not null,
  quarter text not null check (quarter ~ '^\d{4}Q[1-4]$'),
  customer_id uuid,
  source_type text not null check (length(source_type) between 1 and 40),
  source_id uuid not null,
  item text not null check (length(item) between 1 and 200),
  words text not null check (length(words) <= 2000),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  constraint agenda_item_once unique (company_id, source_type, source_id, item),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('improvement.agenda_item');
create index agenda_quarter on improvement.agenda_item (company_id, quarter);

create table improvement.agenda_decision (
  company_id uuid not null default platform.company(),
  item_id uuid not null,
  action_id uuid,
  reason text not null check (length(reason) <= 1000),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, item_id),
  foreign key (company_id, item_id) references improvement.agenda_item,
  foreign key (company_id, action_id) references improvement.action,
  check (action_id is not null or reason <> '')
);
select platform.protect_append_only('improvement.agenda_decision');
