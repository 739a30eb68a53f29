create schema if not exists replenishment;
select platform.open_schema('replenishment');

-- A replacement order for a return or a complaint (001/5.3.4). From "state" on stands how it is today; how it came about
-- stands in submission, step and the approvals, and is never lost.
create table replenishment.replenishment (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  source_type text not null check (length(source_type) between 1 and 40),
  source_id uuid not null,
  source_number text not null check (length(source_number) between 1 and 40),
  source_path text not null check (length(source_path) between 1 and 200),
  complaint_id uuid not null,
  customer_id uuid,
  customer_name text not null check (length(customer_name) <= 400),
  proposed_by uuid not null,
  state text not null check (state in ('PROPOSED', 'REFUSED', 'WITHDRAWN', 'APPROVED', 'SCHEDULED', 'SHIPPED', 'RECEIVED')),
  round int not null default 1 check (round >= 1),
  proposed_on date not null,
  proposed_at timestamptz not null,
  urgent boolean not null,
  wanted_by date,
  reason text not null check (length(reason) between 1 and 1000),
  amount numeric(15, 2) not null check (amount > 0),
  total numeric(15, 2) not null check (total >= amount),
  top_too boolean not null,
  approval_id uuid,
  approved_on date,
  scheduled_for date,
  shipped_on date,
  profile_version uuid not null,
  clause text not null,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint replenishment_number unique (company_id, number),
  constraint replenishment_approval unique (company_id, approval_id),
  foreign key (company_id, complaint_id) references complaint.complaint,
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, proposed_by) references organization.person,
  check (state not in ('APPROVED', 'SCHEDULED', 'SHIPPED', 'RECEIVED') or approved_on is not null),
  check (state not in ('SCHEDULED', 'SHIPPED', 'RECEIVED') or scheduled_for is not null),
  check (state not in ('SHIPPED', 'RECEIVED') or shipped_on is not null)
);
select platform.protect('replenishment.replenishment', 'select, insert, update');
create index replenishment_source on replenishment.replenishment (company_id, source_type, source_id);
create index replenishment_complaint on replenishment.replenishment (company_id, complaint_id);
create index replenishment_customer on replenishment.replenishment (company_id, customer_id, proposed_on);
create index replenishment_open on replenishment.replenishment (company_id, state, proposed_on desc);
create index replenishment_approved on replenishment.replenishment (company_id, approved_on) where approved_on is not null;

-- What was put before the approvers, each time; a changed order goes there anew, and what was agreed to before stays readable.
create table replenishment.submission (
  company_id uuid not null default platform.company(),
  replenishment_id uuid not null,
  round int not null check (round >= 1),
  approval_id uuid,
  urgent boolean not null,
  wanted_by date,
  reason text not null check (length(reason) between 1 and 1000),
  amount numeric(15, 2) not null check (amount > 0),
  total numeric(15, 2) not null check (total >= amount),
  limit_from numeric(15, 2) not null,
  days int not null check (days >= 0),
  content_hash text not null check (length(content_hash) = 64),
  profile_version uuid not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (company_id, replenishment_id, round),
  foreign key (company_id, replenishment_id) references replenishment.replenishment
);
select platform.protect_append_only('replenishment.submission');

-- Goods with their price for one, VAT included; the amount is price times quantity, rounded to the cent.
create table replenishment.item (
  company_id uuid not null default platform.company(),
  replenishment_id uuid not null,
  round int not null,
  position int not null check (position >= 1),
  part text not null check (length(part) between 1 and 80),
  part_name text not null check (length(part_name) <= 200),
  quantity numeric(13, 3) not null check (quantity > 0),
  unit text not null check (length(unit) between 1 and 20),
  price numeric(12, 2) not null check (price > 0),
  amount numeric(15, 2) not null check (amount = round(price * quantity, 2)),
  primary key (company_id, replenishment_id, round, position),
  foreign key (company_id, replenishment_id, round) references replenishment.submission
);
select platform.protect_append_only('replenishment.item');

-- The other orders whose amounts were added to it, as they stood then (decisions.md D15).
create table replenishment.counted (
  company_id uuid not null default platform.company(),
  replenishment_id uuid not null,
  round int not null,
  counted_id uuid not null,
  number text not null,
  amount numeric(15, 2) not null,
  proposed_on date not null,
  primary key (company_id, replenishment_id, round, counted_id),
  foreign key (company_id, replenishment_id, round) references replenishment.submission,
  foreign key (company_id, counted_id) references replenishment.replenishment,
  check (counted_id <> replenishment_id)
);
select platform.protect_append_only('replenishment.counted');

-- What happened to the order: who, when, and the day that it names.
create table replenishment.step (
  company_id uuid not null default platform.company(),
  id uuid not null,
  replenishment_id uuid not null,
  round int not null,
  kind text not null check (kind in ('PROPOSED', 'CHANGED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'SCHEDULED', 'SHIPPED', 'RECEIVED')),
  day date,
  words text not null check (length(words) <= 1000),
  delivery_note text not null default '' check (length(delivery_note) <= 80),
  carrier text not null default '' check (length(carrier) <= 120),
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, replenishment_id) references replenishment.replenishment,
  check (kind not in ('SCHEDULED', 'SHIPPED', 'RECEIVED') or day is not null),
  check (kind <> 'SHIPPED' or delivery_note <> '')
);
select platform.protect_append_only('replenishment.step');
create index step_replenishment on replenishment.step (company_id, replenishment_id, id);
