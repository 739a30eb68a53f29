create schema if not exists claims;
select platform.open_schema('claims');

-- A claim for external loss, by a customer on us or by us on a supplier, a carrier or a unit (004/5.9). The sums are those of its
-- positions, replies, bookings and instalments in the company's currency, kept here for lists.
create table claims.claim (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  direction text not null check (direction in ('AGAINST_US', 'BY_US')),
  party_kind text not null check (party_kind in ('CUSTOMER', 'SUPPLIER', 'CARRIER', 'UNIT')),
  party_name text not null check (length(party_name) between 1 and 120),
  party_contact text not null check (length(party_contact) <= 200),
  customer_id uuid,
  department_id uuid,
  complaint_id uuid,
  source_type text check (length(source_type) between 1 and 40),
  source_id uuid,
  source_number text not null default '' check (length(source_number) <= 40),
  basis text not null check (basis in ('CONTRACT', 'WARRANTY', 'QUALITY_AGREEMENT')),
  basis_reference text not null check (length(basis_reference) between 1 and 200),
  happened_on date not null,
  words text not null check (length(words) between 1 and 4000),
  elsewhere boolean not null,
  reply_by date,
  limitation_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('DRAFT', 'SENT', 'PARTLY', 'ACCEPTED', 'DISPUTED', 'SETTLED', 'WITHDRAWN', 'LAPSED')),
  sent_on date,
  replied_on date,
  ended_at timestamptz,
  loss numeric(18, 2) not null default 0 check (loss >= 0),
  claimed numeric(18, 2) not null default 0 check (claimed >= 0),
  accepted numeric(18, 2) check (accepted >= 0),
  booked numeric(18, 2) not null default 0 check (booked >= 0),
  recovered numeric(18, 2) not null default 0 check (recovered >= 0),
  profile_version uuid not null,
  clause text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint claim_number unique (company_id, number),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, department_id) references organization.department,
  foreign key (company_id, complaint_id) references complaint.complaint,
  check ((direction = 'AGAINST_US') = (party_kind = 'CUSTOMER')),
  check ((party_kind = 'UNIT') = (department_id is not null)),
  check ((source_type is null) = (source_id is null)),
  check (claimed <= loss)
);
select platform.protect('claims.claim', 'select, insert, update');
create index claim_created on claims.claim (company_id, created_at desc, id desc);
create index claim_complaint on claims.claim (company_id, complaint_id) where complaint_id is not null;
create index claim_source on claims.claim (company_id, source_type, source_id) where source_id is not null;
create index claim_open on claims.claim (company_id, reply_by) where state not in ('SETTLED', 'WITHDRAWN', 'LAPSED');

-- What is claimed: amount times the agreed share of the part (technical factor), both rounded half up to two places. A draft's are replaced.
create table claims.position (
  company_id uuid not null default platform.company(),
  claim_id uuid not null,
  position int not null check (position between 1 and 200),
  kind text not null check (kind in ('GOODS', 'SORTING', 'REWORK', 'FREIGHT', 'LINE_STOP', 'OTHER')),
  words text not null check (length(words) <= 200),
  part text not null check (length(part) <= 80),
  amount numeric(18, 2) not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  factor numeric(5, 2) not null check (factor > 0 and factor <= 100),
  claimed numeric(18, 2) not null check (claimed >= 0 and claimed <= amount),
  loss_here numeric(18, 2) not null check (loss_here >= 0),
  claimed_here numeric(18, 2) not null check (claimed_here >= 0),
  primary key (company_id, claim_id, position),
  foreign key (company_id, claim_id) references claims.claim
);
select platform.protect('claims.position', 'select, insert, delete');

-- The exchange rate of each foreign currency of a claim, with its day and where it was read.
create table claims.rate (
  company_id uuid not null default platform.company(),
  claim_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate numeric(18, 8) not null check (rate > 0),
  day date not null,
  source text not null check (length(source) between 1 and 120),
  primary key (company_id, claim_id, currency),
  foreign key (company_id, claim_id) references claims.claim
);
select platform.protect('claims.rate', 'select, insert, delete');

-- What the other side, or we, said to the claim; a later reply stands beside the earlier one.
create table claims.reply (
  company_id uuid not null default platform.company(),
  id uuid not null,
  claim_id uuid not null,
  verdict text not null check (verdict in ('ACCEPTED', 'PARTLY', 'DISPUTED')),
  words text not null check (length(words) <= 4000),
  day date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, claim_id) references claims.claim
);
select platform.protect_append_only('claims.reply');
create index reply_claim on claims.reply (company_id, claim_id, id);

create table claims.reply_amount (
  company_id uuid not null default platform.company(),
  reply_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(18, 2) not null check (amount >= 0),
  here numeric(18, 2) not null check (here >= 0),
  primary key (company_id, reply_id, currency),
  foreign key (company_id, reply_id) references claims.reply
);
select platform.protect_append_only('claims.reply_amount');

-- What was put into the books and what came in, instalment by instalment; a wrong one is taken back by another with a reason.
create table claims.payment (
  company_id uuid not null default platform.company(),
  id uuid not null,
  claim_id uuid not null,
  kind text not null check (kind in ('BOOKED', 'RECOVERED')),
  day date not null,
  amount numeric(18, 2) not null check (amount <> 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate numeric(18, 8) check (rate > 0),
  rate_day date,
  rate_source text check (length(rate_source) between 1 and 120),
  here numeric(18, 2) not null,
  voucher text not null check (length(voucher) <= 80),
  reason text not null check (length(reason) <= 1000),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, claim_id) references claims.claim,
  check ((rate is null) = (rate_day is null) and (rate is null) = (rate_source is null))
);
select platform.protect_append_only('claims.payment');
create index payment_claim on claims.payment (company_id, claim_id, id);

-- What happened to a claim or a notice, by whom, when; never changed.
create table claims.event (
  company_id uuid not null default platform.company(),
  id uuid not null,
  subject_type text not null check (subject_type in ('claim', 'notice')),
  subject_id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  words text not null check (length(words) <= 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id)
);
select platform.protect_append_only('claims.event');
create index event_subject on claims.event (company_id, subject_type, subject_id, id);

-- Who bears the loss of a complaint, decided and signed; a new decision stands beside the earlier one (004/5.10).
create table claims.decision (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  round int not null check (round >= 1),
  reason text not null check (length(reason) between 1 and 4000),
  evidence text not null check (length(evidence) between 1 and 4000),
  signature_id uuid not null,
  profile_version uuid not null,
  clause text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  constraint decision_round unique (company_id, complaint_id, round),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('claims.decision');

create table claims.share (
  company_id uuid not null default platform.company(),
  decision_id uuid not null,
  position int not null check (position between 1 and 50),
  kind text not null check (kind in ('CUSTOMER', 'SUPPLIER', 'CARRIER', 'UNIT')),
  name text not null check (length(name) between 1 and 120),
  department_id uuid,
  percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
  primary key (company_id, decision_id, position),
  foreign key (company_id, decision_id) references claims.decision,
  foreign key (company_id, department_id) references organization.department,
  check ((kind = 'UNIT') = (department_id is not null))
);
select platform.protect_append_only('claims.share');

-- A reward or penalty notice to a unit, never to a person (004/5.10).
create table claims.notice (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  kind text not null check (kind in ('REWARD', 'PENALTY')),
  department_id uuid not null,
  complaint_id uuid not null,
  decision_id uuid not null,
  content_version int not null default 1 check (content_version >= 1),
  state text not null check (state in ('DRAFT', 'WAITING', 'SENT_BACK', 'APPROVED', 'ISSUED', 'OBJECTED', 'UPHELD', 'CANCELLED', 'WITHDRAWN')),
  approval_id uuid,
  issued_by uuid,
  issued_at timestamptz,
  objection_due timestamptz,
  profile_version uuid not null,
  clause text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint notice_number unique (company_id, number),
  foreign key (company_id, department_id) references organization.department,
  foreign key (company_id, complaint_id) references complaint.complaint,
  foreign key (company_id, decision_id) references claims.decision,
  check (state not in ('ISSUED', 'OBJECTED', 'UPHELD') or issued_by is not null and issued_at is not null and objection_due is not null)
);
select platform.protect('claims.notice', 'select, insert, update');
create index notice_proposed on claims.notice (company_id, proposed_at desc, id desc);
create index notice_complaint on claims.notice (company_id, complaint_id);
create index notice_unit on claims.notice (company_id, department_id, proposed_at desc);

-- What a notice says, each wording kept: an amount in the company's currency or points, and why.
create table claims.notice_content (
  company_id uuid not null default platform.company(),
  notice_id uuid not null,
  content_version int not null,
  amount numeric(18, 2) check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  points int check (points between 1 and 1000),
  reason text not null check (length(reason) between 1 and 4000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (company_id, notice_id, content_version),
  foreign key (company_id, notice_id) references claims.notice,
  check ((amount is null) <> (points is null))
);
select platform.protect_append_only('claims.notice_content');

-- Who of the unit has read the notice.
create table claims.receipt (
  company_id uuid not null default platform.company(),
  notice_id uuid not null,
  content_version int not null,
  person_id uuid not null,
  read_at timestamptz not null,
  primary key (company_id, notice_id, content_version, person_id),
  foreign key (company_id, notice_id) references claims.notice,
  foreign key (company_id, person_id) references organization.person
);
select platform.protect_append_only('claims.receipt');

-- What the unit says against the notice, and what was answered.
create table claims.objection (
  company_id uuid not null default platform.company(),
  id uuid not null,
  notice_id uuid not null,
  content_version int not null,
  words text not null check (length(words) between 1 and 4000),
  objected_by uuid not null,
  objected_at timestamptz not null,
  primary key (company_id, id),
  constraint objection_once unique (company_id, notice_id, content_version),
  foreign key (company_id, notice_id) references claims.notice
);
select platform.protect_append_only('claims.objection');

create table claims.objection_answer (
  company_id uuid not null default platform.company(),
  objection_id uuid not null,
  verdict text not null check (verdict in ('UPHELD', 'CHANGED', 'CANCELLED')),
  words text not null check (length(words) between 1 and 4000),
  decision_id uuid not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (company_id, objection_id),
  foreign key (company_id, objection_id) references claims.objection,
  foreign key (company_id, decision_id) references claims.decision
);
select platform.protect_append_only('claims.objection_answer');
