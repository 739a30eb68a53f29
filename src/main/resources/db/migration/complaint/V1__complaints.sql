create schema if not exists complaint;
select platform.open_schema('complaint');

-- A complaint as it was taken in (001/5.2.1.1; 004/4.2). From "round" on stands what the facts say today; how it came
-- about stands in complaint.fact and is never lost.
create table complaint.complaint (
  company_id uuid not null default platform.company(),
  id uuid not null,
  number text not null check (length(number) between 1 and 40),
  kind text not null check (kind in ('OPINION', 'SUGGESTION', 'COMPLAINT', 'RETURN')),
  phase text not null check (phase in ('BEFORE', 'DURING', 'AFTER')),
  segment text check (length(segment) between 1 and 80),
  channel text not null check (length(channel) between 1 and 40),
  customer_id uuid,
  who_name text not null default '' check (length(who_name) <= 120),
  who_organisation text not null default '' check (length(who_organisation) <= 200),
  who_phone text not null default '' check (length(who_phone) <= 60),
  who_mail text not null default '' check (length(who_mail) <= 200),
  received_at timestamptz not null,
  received_by uuid,
  noted_at timestamptz not null,
  words text not null check (length(words) between 1 and 40000),
  customer_number text not null default '' check (length(customer_number) <= 80),
  customer_number_key text not null default '',
  wish_day date,
  wish_time time,
  safety boolean not null,
  sales_owner uuid,
  work_owner uuid,
  source_type text check (length(source_type) between 1 and 40),
  source_id uuid,
  voice_id uuid,
  imported boolean not null default false,
  profile_version uuid not null,
  clause text not null,
  round int not null default 1 check (round >= 1),
  standing text not null check (standing in ('RECEIVED', 'ASSESSED', 'WORKING', 'ANSWERED', 'WATCHED', 'CLOSED', 'WITHDRAWN')),
  triage text check (triage in ('OCCASIONAL', 'MAJOR', 'RECURRENT', 'NOT_OURS')),
  stubborn boolean not null default false,
  due_at timestamptz,
  closed_at timestamptz,
  version int not null default 1,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, id),
  constraint complaint_number unique (company_id, number),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, received_by) references organization.person,
  foreign key (company_id, sales_owner) references organization.person,
  foreign key (company_id, work_owner) references organization.person,
  check ((source_type is null) = (source_id is null))
);
select platform.protect('complaint.complaint', 'select, insert, update');
create index complaint_received on complaint.complaint (company_id, received_at desc, id desc);
create index complaint_standing on complaint.complaint (company_id, standing, received_at desc);
create index complaint_open on complaint.complaint (company_id, due_at) where standing not in ('CLOSED', 'WITHDRAWN');
create index complaint_safety on complaint.complaint (company_id, received_at desc) where safety and standing not in ('CLOSED', 'WITHDRAWN');
create index complaint_customer on complaint.complaint (company_id, customer_id, received_at desc);
create index complaint_theirs on complaint.complaint (company_id, customer_number_key) where customer_number_key <> '';
create unique index complaint_source on complaint.complaint (company_id, source_type, source_id) where source_id is not null;

-- What the complaint is about: several parts, lots or single pieces. The "key" columns are what people would call the same.
create table complaint.line (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  position int not null check (position between 1 and 500),
  part text not null check (length(part) <= 80),
  part_key text not null,
  part_name text not null check (length(part_name) <= 120),
  lot text not null check (length(lot) <= 80),
  lot_key text not null,
  lot_doubtful boolean not null default false,
  serial text not null check (length(serial) <= 80),
  quantity numeric(18, 4) check (quantity >= 0),
  unit text not null check (length(unit) <= 20),
  defect text not null check (length(defect) <= 80),
  found_at text not null check (length(found_at) <= 120),
  mileage int check (mileage between 0 and 5000000),
  vin text not null check (length(vin) <= 40),
  received_at timestamptz not null,
  primary key (company_id, id),
  constraint line_position unique (company_id, complaint_id, position),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect('complaint.line', 'select, insert, update');
create index line_part on complaint.line (company_id, part_key, defect, received_at desc);
create index line_lot on complaint.line (company_id, lot_key) where lot_key <> '';
create index line_defect on complaint.line (company_id, defect, received_at desc);

-- The independent facts of a complaint: each with its time, by whom, in which round; never changed (decisions.md).
create table complaint.fact (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  round int not null check (round >= 1),
  fact text not null check (fact in ('ACKNOWLEDGED', 'ASSESSED', 'TRIAGED', 'CONTAINED', 'CAUSE_FOUND', 'MEASURES_SET', 'MEASURES_DONE',
    'ANSWERED_INTERIM', 'ANSWERED_FINAL', 'ACCEPTED', 'REJECTED', 'EFFECTIVE', 'NOT_EFFECTIVE', 'NOT_ASSESSABLE', 'REOPENED', 'WITHDRAWN')),
  at timestamptz not null,
  by_id uuid not null,
  noted_at timestamptz not null,
  details jsonb not null,
  primary key (company_id, id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('complaint.fact');
create index fact_complaint on complaint.fact (company_id, complaint_id, id);

-- Each time a complaint was closed; reopening erases none of them (T-REOPEN).
create table complaint.closure (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  round int not null,
  closed_at timestamptz not null,
  primary key (company_id, id),
  constraint closure_round unique (company_id, complaint_id, round),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('complaint.closure');

-- The first assessment and each later one (001/5.2.1.3).
create table complaint.assessment (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  confirmed text not null check (confirmed in ('YES', 'NO', 'PARTLY')),
  severity text not null check (severity in ('CRITICAL', 'MAJOR', 'MINOR')),
  risk text not null check (length(risk) <= 2000),
  words text not null check (length(words) <= 4000),
  sample text not null check (sample in ('NONE', 'ASKED', 'RECEIVED')),
  assessed_by uuid not null,
  assessed_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('complaint.assessment');
create index assessment_complaint on complaint.assessment (company_id, complaint_id, id);

-- Which class it is and why; a revision stands beside the earlier one (001/5.2.2.2–5.2.2.4).
create table complaint.triage (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  round int not null,
  class text not null check (class in ('OCCASIONAL', 'MAJOR', 'RECURRENT', 'NOT_OURS')),
  reason text not null check (length(reason) between 1 and 4000),
  late boolean not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('complaint.triage');
create index triage_complaint on complaint.triage (company_id, complaint_id, id);

-- A report that went to the customer (001/5.2.2.6); the token of its link is kept as a hash in platform.link.
create table complaint.answer (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  round int not null,
  final boolean not null,
  words text not null check (length(words) between 1 and 20000),
  way text not null check (length(way) between 1 and 40),
  recipient text not null check (length(recipient) <= 200),
  language text not null,
  report_id uuid,
  mail_id uuid,
  sent_by uuid not null,
  sent_at timestamptz not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('complaint.answer');
create index answer_complaint on complaint.answer (company_id, complaint_id, id);

-- What the customer said to it: by the link himself (by_id is the system) or taken down by a clerk.
create table complaint.reaction (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  answer_id uuid not null,
  accepted boolean not null,
  reason text not null check (length(reason) <= 4000),
  way text not null check (length(way) between 1 and 40),
  who text not null check (length(who) <= 120),
  reacted_at timestamptz not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, complaint_id) references complaint.complaint,
  foreign key (company_id, answer_id) references complaint.answer,
  check (accepted or reason <> '')
);
select platform.protect_append_only('complaint.reaction');
create index reaction_complaint on complaint.reaction (company_id, complaint_id, id);

-- Complaints that belong together: a repeat of an earlier one, the same thing told twice, or alike.
create table complaint.relation (
  company_id uuid not null default platform.company(),
  complaint_id uuid not null,
  earlier_id uuid not null,
  kind text not null check (kind in ('REPEAT', 'DUPLICATE', 'ALIKE')),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, complaint_id, earlier_id),
  foreign key (company_id, complaint_id) references complaint.complaint,
  foreign key (company_id, earlier_id) references complaint.complaint,
  check (complaint_id <> earlier_id)
);
select platform.protect_append_only('complaint.relation');
create index relation_earlier on complaint.relation (company_id, earlier_id);

-- The catalogue of defects; a code that is no longer used stays for what carries it.
create table complaint.defect (
  company_id uuid not null default platform.company(),
  code text not null check (length(code) between 1 and 80),
  name text not null check (length(name) between 1 and 120),
  active boolean not null default true,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (company_id, code)
);
select platform.protect('complaint.defect', 'select, insert, update');

create table complaint.part (
  company_id uuid not null default platform.company(),
  part_key text not null check (length(part_key) between 1 and 120),
  part text not null check (length(part) between 1 and 80),
  name text not null check (length(name) <= 120),
  unit text not null check (length(unit) <= 20),
  primary key (company_id, part_key)
);
select platform.protect('complaint.part', 'select, insert, update');

create table complaint.lot (
  company_id uuid not null default platform.company(),
  lot_key text not null check (length(lot_key) between 1 and 120),
  part_key text not null,
  lot text not null check (length(lot) between 1 and 80),
  primary key (company_id, lot_key, part_key),
  foreign key (company_id, part_key) references complaint.part
);
select platform.protect('complaint.lot', 'select, insert');

-- What was shipped: the denominator of the rate and the lots by which an effect proves itself (IATF16949:2016/9.1.2.1).
create table complaint.shipment (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid,
  part_key text not null,
  lot_key text not null,
  shipped_on date not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  unit text not null check (length(unit) <= 20),
  note text not null check (length(note) <= 80),
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer,
  foreign key (company_id, part_key) references complaint.part
);
select platform.protect('complaint.shipment', 'select, insert, delete');
create index shipment_day on complaint.shipment (company_id, shipped_on);
create index shipment_part on complaint.shipment (company_id, part_key, shipped_on);
create unique index shipment_once on complaint.shipment (company_id, part_key, lot_key, shipped_on, coalesce(customer_id, '00000000-0000-0000-0000-000000000000'::uuid), note);

-- By what a complaint is found: pieces of its number, the customer's number, words, parts, lots and names (ADR 0006 and 0007).
create table complaint.sought (
  company_id uuid not null default platform.company(),
  complaint_id uuid not null,
  text text not null,
  grams text[] not null,
  primary key (company_id, complaint_id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect('complaint.sought');
create index sought_grams on complaint.sought using gin (grams) with (fastupdate = off);

-- The youngest complaints that hold all the pieces and the words. A word that stands in very many is looked for year by
-- year, the youngest year first, so that it costs no more than a rare one.
create function complaint.candidates(wanted text[], pattern text, most int, years text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  found uuid[];
  year text;
begin
  found := array(select s.complaint_id from complaint.sought s
    where s.grams @> wanted and s.company_id = platform.company() and s.text like pattern limit most + 1);
  if cardinality(found) > most then
    found := '{}';
    foreach year in array years loop
      found := found || array(select s.complaint_id from complaint.sought s
        where s.grams @> (wanted || year) and s.company_id = platform.company() and s.text like pattern limit most - cardinality(found));
      exit when cardinality(found) >= most;
    end loop;
  end if;
  return query select unnest(found);
end $$;
revoke execute on function complaint.candidates(text[], text, int, text[]) from public;
grant execute on function complaint.candidates(text[], text, int, text[]) to ${app};

-- Marks on a picture as data over it; the last version is drawn, the earlier ones stay.
create table complaint.mark (
  company_id uuid not null default platform.company(),
  attachment_id uuid not null,
  version int not null check (version >= 1),
  complaint_id uuid not null,
  shapes jsonb not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  primary key (company_id, attachment_id, version),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect_append_only('complaint.mark');

-- A list as somebody wants to see it again.
create table complaint.saved_filter (
  company_id uuid not null default platform.company(),
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  shared boolean not null default false,
  saved_at timestamptz not null,
  primary key (company_id, id),
  constraint saved_filter_name unique (company_id, person_id, name),
  foreign key (company_id, person_id) references organization.person
);
select platform.protect('complaint.saved_filter');

-- The link by which a customer or one of its contacts tells us by himself; the token stands as a hash in platform.link.
create table complaint.door (
  company_id uuid not null default platform.company(),
  id uuid not null,
  customer_id uuid not null,
  contact_id uuid,
  issue int not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect('complaint.door', 'select, insert, update');
create index door_customer on complaint.door (company_id, customer_id);
