-- Grading runs (001/5.4.2.1 b-e): what is proposed for whom and by which figures, what people decided, who confirmed.
create table customer.grading_run (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null,
  window_from date not null,
  window_to date not null,
  currency text not null,
  profile_version uuid not null,
  customers int not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (company_id, id),
  constraint grading_run_number unique (company_id, number)
);
select platform.protect_append_only('customer.grading_run');

create table customer.grading_line (
  company_id uuid not null default platform.company(),
  run_id uuid not null,
  customer_id uuid not null,
  code text not null,
  name text not null,
  sales numeric(18, 2),
  before text not null,
  classes text[] not null,
  proof jsonb not null,
  notes jsonb not null,
  primary key (company_id, run_id, customer_id),
  foreign key (company_id, run_id) references customer.grading_run,
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('customer.grading_line');
create index grading_line_customer on customer.grading_line (company_id, customer_id);

create table customer.grading_decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  run_id uuid not null,
  customer_id uuid not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D', 'UNCLASSIFIED')),
  reason text not null check (length(reason) between 1 and 500),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, run_id, customer_id) references customer.grading_line
);
select platform.protect_append_only('customer.grading_decision');
create index grading_decision_line on customer.grading_decision (company_id, run_id, customer_id);

-- How a run ended: confirmed, or laid aside with the reason.
create table customer.grading_end (
  company_id uuid not null default platform.company(),
  run_id uuid not null,
  confirmed boolean not null,
  reason text check (length(reason) <= 500),
  changed int not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, run_id),
  foreign key (company_id, run_id) references customer.grading_run
);
select platform.protect_append_only('customer.grading_end');

-- A better class on application by sales (001/5.4.2.1 b, D23); the approval decides.
create table customer.upgrade (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid not null,
  from_grade text not null,
  to_grade text not null,
  reason text not null check (length(reason) between 1 and 500),
  profile_version uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('customer.upgrade');

create table customer.upgrade_end (
  company_id uuid not null default platform.company(),
  upgrade_id uuid not null,
  approved boolean not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, upgrade_id),
  foreign key (company_id, upgrade_id) references customer.upgrade
);
select platform.protect_append_only('customer.upgrade_end');
