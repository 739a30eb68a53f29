create schema if not exists audit;
select platform.open_schema('audit');

-- Written in the transaction of what happened. The values are kept as the text that the mark was computed over.
create table audit.entry (
  company_id uuid not null default platform.company(),
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id uuid not null,
  verb text not null check (length(verb) between 1 and 60),
  before text not null,
  after text not null,
  mark bytea not null,
  primary key (company_id, id)
);
create index entry_time on audit.entry (company_id, at desc, id desc);
create index entry_subject on audit.entry (company_id, subject_id, at);
create index entry_person on audit.entry (company_id, person_id, at);
create index entry_type on audit.entry (company_id, subject_type, at);
select platform.protect_append_only('audit.entry');

-- Committed entries that wait for their place in the chain, at most about a second.
create table audit.unsealed (
  company_id uuid not null default platform.company(),
  entry_id uuid not null,
  primary key (company_id, entry_id),
  foreign key (company_id, entry_id) references audit.entry
);
select platform.protect('audit.unsealed', 'select, insert, delete');

create table audit.seal (
  company_id uuid not null default platform.company(),
  position bigint not null check (position > 0),
  entry_id uuid not null,
  mark bytea not null,
  sealed_at timestamptz not null,
  primary key (company_id, position),
  unique (company_id, entry_id),
  foreign key (company_id, entry_id) references audit.entry
);
select platform.protect_append_only('audit.seal');

-- To whom the head of the chain is mailed each day, so that one copy lies outside this house.
create table audit.mailing (
  company_id uuid not null default platform.company(),
  address text not null check (length(address) between 3 and 200),
  sent_on date,
  primary key (company_id)
);
select platform.protect('audit.mailing');
