create schema if not exists analysis;
select platform.open_schema('analysis');

-- Derived figures of a round, folded in the background from the counted answers; the answers stay what counts.
create table analysis.customer_score (
  company_id uuid not null default platform.company(),
  round_id uuid not null,
  customer_id uuid not null,
  stratum text not null,
  segment text,
  region text,
  score numeric,
  answers int not null,
  band text,
  on_edge boolean not null,
  low_items int not null,
  primary key (company_id, round_id, customer_id)
);
select platform.protect('analysis.customer_score');
create index customer_score_order on analysis.customer_score (company_id, round_id, score, customer_id);
create index customer_score_customer on analysis.customer_score (company_id, customer_id);

create table analysis.item_count (
  company_id uuid not null default platform.company(),
  round_id uuid not null,
  dimension text not null check (dimension in ('TOTAL', 'CLASS', 'SEGMENT', 'REGION', 'CHANNEL')),
  slice text not null,
  item text not null,
  degree text not null,
  answers int not null,
  primary key (company_id, round_id, dimension, slice, item, degree)
);
select platform.protect('analysis.item_count');

create table analysis.slice_score (
  company_id uuid not null default platform.company(),
  round_id uuid not null,
  dimension text not null check (dimension in ('CLASS', 'SEGMENT', 'REGION', 'CHANNEL', 'INTERVIEWER')),
  slice text not null,
  answers int not null,
  customers int not null,
  mean numeric,
  deviation numeric,
  primary key (company_id, round_id, dimension, slice)
);
select platform.protect('analysis.slice_score');

-- The round's index and counts as one readable document, with the moment up to which it knows the answers.
create table analysis.result (
  company_id uuid not null default platform.company(),
  round_id uuid not null,
  content jsonb not null,
  known_until timestamptz not null,
  folded_at timestamptz not null,
  primary key (company_id, round_id)
);
select platform.protect('analysis.result');

-- What was signed at a freeze (001/5.4.3.1): never changes, whatever is recomputed later.
create table analysis.frozen_result (
  company_id uuid not null default platform.company(),
  round_id uuid not null,
  freeze_number int not null,
  content jsonb not null,
  content_hash text not null,
  profile_version uuid not null,
  frozen_at timestamptz not null,
  primary key (company_id, round_id, freeze_number)
);
select platform.protect_append_only('analysis.frozen_result');

-- What a frozen round asked for, per customer: proposals and voices with their numbers; written once per freeze.
create table analysis.consequence (
  company_id uuid not null default platform.company(),
  id uuid not null,
  round_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('CORRECTIVE', 'FOLLOW_UP', 'COMMENT')),
  items text[] not null,
  causes jsonb not null,
  target_type text not null,
  target_id uuid not null,
  made_at timestamptz not null,
  primary key (company_id, id)
);
select platform.protect_append_only('analysis.consequence');
create index consequence_round on analysis.consequence (company_id, round_id, customer_id);
