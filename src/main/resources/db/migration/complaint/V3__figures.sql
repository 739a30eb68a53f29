-- A complaint that went to somebody outside: a test house, an arbitrator, an authority (GB/T19012-2019; its annex counts them).
alter table complaint.fact drop constraint fact_fact_check;
alter table complaint.fact add constraint fact_fact_check check (fact in ('ACKNOWLEDGED', 'ASSESSED', 'TRIAGED', 'CONTAINED', 'CAUSE_FOUND',
  'MEASURES_SET', 'MEASURES_DONE', 'ANSWERED_INTERIM', 'ANSWERED_FINAL', 'ACCEPTED', 'REJECTED', 'EFFECTIVE', 'NOT_EFFECTIVE', 'NOT_ASSESSABLE',
  'REOPENED', 'WITHDRAWN', 'REFERRED'));

-- What a complaint cost beside what other records already say: sorting, freight, journeys. A line typed by mistake is taken
-- back and stays in the audit trail.
create table complaint.expense (
  company_id uuid not null default platform.company(),
  id uuid not null,
  complaint_id uuid not null,
  kind text not null check (kind in ('SORTING', 'FREIGHT', 'TRAVEL', 'TESTING', 'REWORK', 'SCRAP', 'OTHER', 'RECOVERED')),
  amount numeric(18, 2) not null check (amount > 0),
  day date not null,
  note text not null check (length(note) <= 200),
  typed_by uuid not null,
  typed_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect('complaint.expense', 'select, insert, delete');
create index expense_complaint on complaint.expense (company_id, complaint_id);
create index expense_day on complaint.expense (company_id, day);

-- What figures look for: few facts among many, the promises of a voice, and what was shipped.
create index fact_kind on complaint.fact (company_id, fact, complaint_id) where fact in ('REFERRED', 'MEASURES_DONE', 'CAUSE_FOUND');
create index complaint_voice on complaint.complaint (company_id, voice_id) where voice_id is not null;
create index line_complaint on complaint.line (company_id, received_at, complaint_id) include (defect, part_key);
create index shipment_figures on complaint.shipment (company_id, shipped_on, part_key) include (customer_id, quantity, unit);

-- The keywords of the words of each complaint, the most telling first, and in how many complaints each word stands.
create table complaint.words (
  company_id uuid not null default platform.company(),
  complaint_id uuid not null,
  received_at timestamptz not null,
  words text[] not null,
  primary key (company_id, complaint_id),
  foreign key (company_id, complaint_id) references complaint.complaint
);
select platform.protect('complaint.words', 'select, insert, update');
create index words_of on complaint.words using gin (words) with (fastupdate = off);
create index words_received on complaint.words (company_id, received_at) include (complaint_id);

create table complaint.word (
  company_id uuid not null default platform.company(),
  word text not null check (length(word) between 1 and 60),
  complaints int not null check (complaints >= 0),
  primary key (company_id, word)
);
select platform.protect('complaint.word', 'select, insert, update');

-- The complaints that hold the word; the index knows no company, so that this asks for it itself (ADR 0007).
create function complaint.with_word(wanted text, most int) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select w.complaint_id from complaint.words w where w.words @> array[wanted] and w.company_id = platform.company() limit most
$$;
revoke execute on function complaint.with_word(text, int) from public;
grant execute on function complaint.with_word(text, int) to ${app};
