-- The watch over an effect (001/5.2.2.5; D18): so many days and so many lots without the same part and defect. Reopening
-- plans a new round; the earlier ones stay.
create table improvement.effect (
  company_id uuid not null default platform.company(),
  id uuid not null,
  subject_type text not null check (length(subject_type) between 1 and 40),
  subject_id uuid not null,
  round int not null check (round >= 1),
  number text not null check (length(number) between 1 and 40),
  title text not null check (length(title) between 1 and 8000),
  path text not null check (length(path) between 1 and 200),
  origins text[] not null check (cardinality(origins) between 1 and 2 and origins <@ array['SURVEY', 'COMPLAINT']),
  customer_id uuid,
  doers uuid[] not null,
  since timestamptz not null,
  days int not null check (days >= 0),
  lots int not null check (lots >= 0),
  maximum_days int not null check (maximum_days >= days),
  profile_version uuid not null,
  clause text not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  primary key (company_id, id),
  constraint effect_round unique (company_id, subject_type, subject_id, round),
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('improvement.effect');
create index effect_number on improvement.effect (company_id, number);
create index effect_since on improvement.effect (company_id, since);

-- A verdict, signed: what the records drafted, what the person found, over which figures.
create table improvement.effect_verdict (
  company_id uuid not null default platform.company(),
  effect_id uuid not null,
  origin text not null check (origin in ('SURVEY', 'COMPLAINT')),
  verdict text not null check (verdict in ('EFFECTIVE', 'NOT_EFFECTIVE', 'NOT_ASSESSABLE')),
  draft text check (draft in ('EFFECTIVE', 'NOT_EFFECTIVE', 'NOT_ASSESSABLE')),
  days int not null,
  lots int not null,
  recurrences text[] not null,
  finding text not null check (length(finding) between 1 and 1000),
  reason text not null check (length(reason) <= 1000),
  signature_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  primary key (company_id, effect_id, origin),
  foreign key (company_id, effect_id) references improvement.effect,
  check (draft is not distinct from verdict or reason <> '')
);
select platform.protect_append_only('improvement.effect_verdict');
