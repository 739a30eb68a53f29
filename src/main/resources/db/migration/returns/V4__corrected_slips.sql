-- A slip is corrected until quality has judged its goods; the line stays as it was first written, each correction stands beside it
-- with its reason, and the last one holds (001/5.3.3).
create table returns.amendment (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  line_id uuid not null,
  part text not null check (length(part) between 1 and 80),
  part_name text not null check (length(part_name) <= 120),
  lot text not null check (length(lot) <= 80),
  lot_doubtful boolean not null,
  serial text not null check (length(serial) <= 80),
  stated numeric(18, 4) check (stated >= 0),
  unit text not null check (length(unit) between 1 and 20),
  on_slip boolean not null,
  removed boolean not null,
  words text not null check (length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, line_id) references returns.line
);
select platform.protect_append_only('returns.amendment');
create index amendment_return on returns.amendment (company_id, return_id, id);

-- Whose goods they are, where nobody knew when they came; said again only with a reason (001/5.3.2).
create table returns.identification (
  company_id uuid not null default platform.company(),
  id uuid not null,
  return_id uuid not null,
  customer_id uuid not null,
  words text not null check (length(words) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, return_id) references returns.return_case,
  foreign key (company_id, customer_id) references customer.customer
);
select platform.protect_append_only('returns.identification');
create index identification_return on returns.identification (company_id, return_id, id);
