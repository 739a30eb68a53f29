create schema if not exists customer;
select platform.open_schema('customer');

-- Customer list and file (001/5.1.3.2, 001/5.4.1). Levels are codes of the grading section of the profile.
create table customer.customer (
  company_id uuid not null default platform.company(),
  id uuid not null,
  code text not null check (length(code) between 1 and 40),
  code_key text not null,
  name text not null check (length(name) between 1 and 120),
  name_key text not null check (name_key <> ''),
  short_name text check (length(short_name) between 1 and 60),
  org_type text check (length(org_type) between 1 and 60),
  org_size text check (length(org_size) between 1 and 60),
  product_type text check (length(product_type) between 1 and 200),
  demand text check (length(demand) between 1 and 2000),
  segment text check (length(segment) between 1 and 60),
  region text check (length(region) between 1 and 60),
  address text check (length(address) between 1 and 300),
  delivery_address text check (length(delivery_address) between 1 and 300),
  owner_id uuid,
  partner_since date,
  cooperation text check (length(cooperation) between 1 and 40),
  potential text check (length(potential) between 1 and 40),
  payment text check (length(payment) between 1 and 40),
  unstable_orders boolean,
  well_known boolean,
  core_industry boolean,
  file_note text check (length(file_note) between 1 and 500),
  grade text not null default 'UNCLASSIFIED' check (grade in ('A', 'B', 'C', 'D', 'UNCLASSIFIED')),
  active boolean not null default true,
  merged_into uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  version int not null default 1,
  primary key (company_id, id),
  constraint customer_code unique (company_id, code_key),
  foreign key (company_id, owner_id) references organization.person,
  foreign key (company_id, merged_into) references customer.customer
);
select platform.protect('customer.customer');
create index customer_name on customer.customer (company_id, name_key);
create index customer_owner on customer.customer (company_id, owner_id);
create index customer_merged on customer.customer (company_id, merged_into) where merged_into is not null;

create table customer.code_counter (
  company_id uuid not null default platform.company(),
  prefix text not null,
  last int not null,
  primary key (company_id, prefix)
);
select platform.protect('customer.code_counter');

-- What a customer is found by: the text of all its names, and the pieces of them (one and two characters of
-- Chinese, two and three of Latin text, "^" before a beginning). LIKE is not leakproof, so that policies would keep
-- an index from being used; the function filters by company itself (wiring.md, Search).
create table customer.sought (
  company_id uuid not null default platform.company(),
  customer_id uuid not null,
  text text not null,
  grams text[] not null,
  primary key (company_id, customer_id),
  foreign key (company_id, customer_id) references customer.customer on delete cascade
);
select platform.protect('customer.sought');
create index sought_grams on customer.sought using gin (grams);

create function customer.candidates(wanted text[], pattern text, most int) returns table (id uuid)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
begin
  return query select s.customer_id from customer.sought s
    where s.grams @> wanted and s.company_id = platform.company() and s.text like pattern
    limit most;
end $$;
revoke execute on function customer.candidates(text[], text, int) from public;
grant execute on function customer.candidates(text[], text, int) to ${app};

create table customer.contact (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  name_key text not null,
  role text not null check (role in ('QUALITY', 'PURCHASING', 'LOGISTICS', 'RND', 'MANAGEMENT', 'OTHER')),
  weight numeric(7, 3) not null default 1 check (weight >= 0),
  email text check (length(email) between 3 and 200),
  phone text check (length(phone) between 1 and 40),
  fax text check (length(fax) between 1 and 40),
  wechat text check (length(wechat) between 1 and 60),
  language text not null check (language in ('zh-CN', 'zh-TW', 'en')),
  active boolean not null default true,
  opted_out boolean not null default false,
  erased boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect('customer.contact');
create index contact_customer on customer.contact (company_id, customer_id);

-- Special requirements of the customer (001/7, list MJ-QP-13-03); ending one is a row of its own.
create table customer.requirement (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid not null,
  topic text not null check (length(topic) between 1 and 80),
  text text not null check (length(text) between 1 and 2000),
  source text check (length(source) between 1 and 200),
  since date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect('customer.requirement', 'select, insert, update');
create index requirement_customer on customer.requirement (company_id, customer_id);

create table customer.requirement_end (
  company_id uuid not null default platform.company(),
  requirement_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, requirement_id),
  foreign key (company_id, requirement_id) references customer.requirement
);
select platform.protect_append_only('customer.requirement_end');

-- Monthly sales (001/5.4.2.1 b); credit notes make a month negative.
create table customer.sale (
  company_id uuid not null default platform.company(),
  customer_id uuid not null,
  month date not null check (extract(day from month) = 1),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(18, 2) not null,
  base text check (length(base) between 1 and 200),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, customer_id, month, currency),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect('customer.sale');
create index sale_month on customer.sale (company_id, month);

-- The history of a customer's class; what stands in customer.grade is its last row (001/5.4.2.1 b-e).
create table customer.grade_step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D', 'UNCLASSIFIED')),
  since date not null,
  kind text not null check (kind in ('RUN', 'DECISION', 'APPLICATION', 'TAKEN_OVER')),
  reason text check (length(reason) <= 500),
  run_id uuid,
  profile_version uuid,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('customer.grade_step');
create index grade_step_customer on customer.grade_step (company_id, customer_id, since);

-- Two customers that were one; the trace by which it can be taken back.
create table customer.merger (
  company_id uuid not null default platform.company(),
  id uuid not null,
  from_customer uuid not null,
  into_customer uuid not null,
  into_before jsonb not null,
  moved jsonb not null,
  reason text not null check (length(reason) between 1 and 500),
  merged_by uuid not null,
  merged_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, from_customer) references customer.customer,
  foreign key (company_id, into_customer) references customer.customer
);
select platform.protect_append_only('customer.merger');

create table customer.merger_end (
  company_id uuid not null default platform.company(),
  merger_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (company_id, merger_id),
  foreign key (company_id, merger_id) references customer.merger
);
select platform.protect_append_only('customer.merger_end');
