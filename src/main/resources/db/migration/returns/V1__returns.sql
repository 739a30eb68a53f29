-- Returned goods (001/5.3, 3.5, 3.6; 004/5.2b): slip, count, verdict, disposition, rework and the way back.
create schema if not exists returns;
select platform.open_schema('returns');

create table returns.return_case (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('AUTHORISED', 'UNANNOUNCED')),
  complaint_id uuid not null,
  customer_id uuid,
  sender text not null check (length(sender) <= 200),
  fetch_on date,
  back_by date,
  address text not null check (length(address) <= 400),
  reason text not null check (length(reason) between 1 and 4000),
  sales_owner uuid,
  registered_by uuid not null,
  registered_at timestamptz not null,
  profile_version uuid not null,
  stage text not null check (stage in ('ANNOUNCED', 'FETCHING', 'COUNTED', 'JUDGED', 'DISPOSED', 'HANDLED', 'CLOSED', 'CANCELLED')),
  -- What the rows below say today, for lists: whether rework waits, when it is to be ready, whether a difference waits, when the last goods were back.
  rework_open boolean not null default false,
  ready_on date,
  untold boolean not null default false,
  back_on date,
  sought text not null,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint return_number unique (company_id, number),
  foreign key (company_id, complaint_id) references complaint.complaint,
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, sales_owner) references organization.person,
  foreign key (company_id, registered_by) references organization.person,
  check (back_by is null or fetch_on is null or back_by >= fetch_on)
);
select platform.protect('returns.return_case', 'select, insert, update');
create index return_registered on returns.return_case (company_id, registered_at desc, id desc);
create index return_open on returns.return_case (company_id, back_by) where stage not in ('CLOSED', 'CANCELLED');
create index return_complaint on returns.return_case (company_id, complaint_id);
create index return_customer on returns.return_case (company_id, customer_id, registered_at desc);

-- What stands on the slip, and what came without standing on it (stated is 0 then). Nobody knows what was stated where no paper came.
create table returns.line (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  position int not null check (position between 1 and 100),
  part text not null check (length(part) between 1 and 80),
  part_name text not null check (length(part_name) <= 120),
  lot text not null check (length(lot) <= 80),
  lot_doubtful boolean not null default false,
  serial text not null check (length(serial) <= 80),
  stated numeric(18, 4) check (stated >= 0),
  unit text not null check (length(unit) between 1 and 20),
  on_slip boolean not null default true,
  primary key (company_id, id),
  constraint line_position unique (company_id, return_id, position),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.line');

-- On what ground the goods may be fetched: quality confirms, or sales takes them as goodwill (001/5.3.1).
create table returns.ground (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  ground text not null check (ground in ('OURS', 'NOT_OURS', 'GOODWILL')),
  words text not null check (length(words) between 1 and 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.ground');
create index ground_return on returns.ground (company_id, return_id, id);

create table returns.fetching (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  day date not null,
  words text not null check (length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.fetching');
create index fetching_return on returns.fetching (company_id, return_id, id);

-- What the warehouse counted; a recount stands beside the first (001/5.3.3).
create table returns.count (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  quantity numeric(18, 4) not null check (quantity >= 0),
  part text not null check (length(part) between 1 and 80),
  lot text not null check (length(lot) <= 80),
  place text not null check (length(place) between 1 and 120),
  day date not null,
  words text not null check (length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line
);
select platform.protect_append_only('returns.count');
create index count_return on returns.count (company_id, return_id, id);

-- What the count found other than the slip says.
create table returns.difference (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  count_id uuid not null,
  kind text not null check (kind in ('SHORT', 'OVER', 'OTHER_PART', 'OTHER_LOT')),
  stated text not null check (length(stated) <= 80),
  found text not null check (length(found) <= 80),
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line,
  foreign key (company_id, count_id) references returns.count
);
select platform.protect_append_only('returns.difference');
create index difference_return on returns.difference (company_id, return_id, id);

-- The customer was told of the differences or of the verdict: when, how, whom.
create table returns.telling (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  matter text not null check (matter in ('DIFFERENCE', 'VERDICT')),
  day date not null,
  way text not null check (length(way) between 1 and 40),
  who text not null check (length(who) <= 120),
  words text not null check (length(words) <= 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.telling');
create index telling_return on returns.telling (company_id, return_id, id);

create table returns.difference_told (
  company_id uuid not null default platform.company(),
  difference_id uuid not null,
  telling_id uuid not null,
  primary key (company_id, difference_id),
  foreign key (company_id, difference_id) references returns.difference,
  foreign key (company_id, telling_id) references returns.telling
);
select platform.protect_append_only('returns.difference_told');

-- How quality examined the goods (004/5.2b); no credit and no replacement before it.
create table returns.analysis (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  method text not null check (length(method) between 1 and 2000),
  finding text not null check (length(finding) between 1 and 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line
);
select platform.protect_append_only('returns.analysis');
create index analysis_return on returns.analysis (company_id, return_id, id);

-- Whose fault it is, by quantity; a later judgement stands beside the earlier one.
create table returns.judgement (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  words text not null check (length(words) <= 4000),
  tested text not null check (length(tested) <= 2000),
  agreement text not null check (length(agreement) <= 200),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line
);
select platform.protect_append_only('returns.judgement');
create index judgement_return on returns.judgement (company_id, return_id, id);

create table returns.share (
  company_id uuid not null default platform.company(),
  judgement_id uuid not null,
  verdict text not null check (verdict in ('OURS', 'OURS_SUPPLIER_PART', 'NOT_OURS', 'NO_TROUBLE_FOUND')),
  quantity numeric(18, 4) not null check (quantity > 0),
  primary key (company_id, judgement_id, verdict),
  foreign key (company_id, judgement_id) references returns.judgement
);
select platform.protect_append_only('returns.share');

-- What becomes of the goods, by verdict and quantity.
create table returns.decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  judgement_id uuid not null,
  words text not null check (length(words) <= 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line,
  foreign key (company_id, judgement_id) references returns.judgement
);
select platform.protect_append_only('returns.decision');
create index decision_return on returns.decision (company_id, return_id, id);

create table returns.disposal (
  company_id uuid not null default platform.company(),
  decision_id uuid not null,
  verdict text not null check (verdict in ('OURS', 'OURS_SUPPLIER_PART', 'NOT_OURS', 'NO_TROUBLE_FOUND')),
  disposition text not null check (disposition in ('REWORK', 'SORT', 'SCRAP', 'USE_AS_IS', 'BACK_UNCHANGED', 'REPLACE', 'CREDIT')),
  quantity numeric(18, 4) not null check (quantity > 0),
  primary key (company_id, decision_id, verdict, disposition),
  foreign key (company_id, decision_id) references returns.decision
);
select platform.protect_append_only('returns.disposal');

-- How to rework, revision by revision (001/3.4).
create table returns.instruction (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  revision int not null check (revision >= 1),
  words text not null check (length(words) between 1 and 8000),
  document text not null check (length(document) <= 120),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  constraint instruction_revision unique (company_id, return_id, revision),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.instruction');

-- When it is reworked (001/3.6); the last row holds.
create table returns.schedule (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  begin_on date not null,
  ready_on date not null check (ready_on >= begin_on),
  words text not null check (length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.schedule');
create index schedule_return on returns.schedule (company_id, return_id, id);

-- What was reworked, portion by portion (001/3.5).
create table returns.rework (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  day date not null,
  taken numeric(18, 4) not null check (taken > 0),
  good numeric(18, 4) not null check (good >= 0),
  scrap numeric(18, 4) not null check (scrap >= 0),
  words text not null check (length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line,
  check (taken = good + scrap)
);
select platform.protect_append_only('returns.rework');
create index rework_return on returns.rework (company_id, return_id, id);

-- How well the rework did: pieces looked at afterwards and found bad (001/3.4).
create table returns.effect (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  checked numeric(18, 4) not null check (checked > 0),
  bad numeric(18, 4) not null check (bad >= 0),
  words text not null check (length(words) between 1 and 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  check (bad <= checked)
);
select platform.protect_append_only('returns.effect');
create index effect_return on returns.effect (company_id, return_id, id);

create table returns.delivery (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  note text not null check (length(note) between 1 and 80),
  day date not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.delivery');
create index delivery_return on returns.delivery (company_id, return_id, id);

create table returns.delivered (
  company_id uuid not null default platform.company(),
  delivery_id uuid not null,
  line_id uuid not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  primary key (company_id, delivery_id, line_id),
  foreign key (company_id, delivery_id) references returns.delivery,
  foreign key (company_id, line_id) references returns.line
);
select platform.protect_append_only('returns.delivered');

create table returns.cost (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  kind text not null check (kind in ('REWORK', 'SCRAP', 'FREIGHT', 'OTHER')),
  amount numeric(18, 2) not null check (amount <> 0),
  day date not null,
  words text not null check (length(words) <= 400),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.cost');
create index cost_return on returns.cost (company_id, return_id, id);
create index cost_day on returns.cost (company_id, day);

-- The story: each act once, in its order; stages changed by it stand beside it.
create table returns.event (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  verb text not null check (length(verb) between 1 and 40),
  words text not null check (length(words) <= 8000),
  stage text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.event');
create index event_return on returns.event (company_id, return_id, id);
