create schema if not exists records;
select platform.open_schema('records');

-- One row per series of numbers; its lock is the last that a transaction takes (wiring.md, "Numbers").
create table records.counter (
  company_id uuid not null default platform.company(),
  prefix text not null check (prefix ~ '^[A-Z][A-Z0-9]{0,7}$'),
  year int not null check (year between 1900 and 9999),
  last bigint not null check (last > 0),
  primary key (company_id, prefix, year)
);
select platform.protect('records.counter', 'select, insert, update');

-- A number that was given and then not used stays used and says why.
create table records.voided_number (
  company_id uuid not null default platform.company(),
  prefix text not null,
  year int not null,
  sequence bigint not null,
  reason text not null check (length(reason) between 1 and 500),
  voided_by uuid not null,
  voided_at timestamptz not null,
  primary key (company_id, prefix, year, sequence),
  foreign key (company_id, prefix, year) references records.counter
);
select platform.protect_append_only('records.voided_number');

-- Written after its chunks, when size and hash are known.
create table records.attachment (
  company_id uuid not null default platform.company(),
  id uuid not null,
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  media_type text not null check (length(media_type) <= 100),
  size bigint not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  stored_by uuid not null,
  stored_at timestamptz not null,
  primary key (company_id, id)
);
create index attachment_subject on records.attachment (company_id, subject_type, subject_id, id);
select platform.protect_append_only('records.attachment');

create table records.attachment_chunk (
  company_id uuid not null default platform.company(),
  attachment_id uuid not null,
  position int not null,
  content bytea not null,
  primary key (company_id, attachment_id, position),
  foreign key (company_id, attachment_id) references records.attachment deferrable initially deferred
);
-- Pictures and office files are compressed already.
alter table records.attachment_chunk alter column content set storage external;
select platform.protect_append_only('records.attachment_chunk');

-- Struck out, never erased: who, when and why.
create table records.attachment_strike (
  company_id uuid not null default platform.company(),
  attachment_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  struck_by uuid not null,
  struck_at timestamptz not null,
  primary key (company_id, attachment_id),
  foreign key (company_id, attachment_id) references records.attachment
);
select platform.protect_append_only('records.attachment_strike');
