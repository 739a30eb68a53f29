-- Lists as people have them: the file as it came, how its columns were understood, its rows staged until they are
-- taken over, and what stood there before, so that an import can be taken back.
create table customer.import (
  company_id uuid not null default platform.company(),
  id uuid not null,
  kind text not null check (kind in ('CUSTOMERS', 'CONTACTS', 'SALES')),
  state text not null check (state in ('UPLOADED', 'READING', 'READ', 'TAKING', 'DONE', 'UNDOING', 'UNDONE', 'DROPPED', 'FAILED')),
  file_name text not null check (length(file_name) between 1 and 200),
  size bigint not null,
  sha256 text not null,
  sheet int not null default 0,
  mapping jsonb,
  currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  base text check (length(base) between 1 and 200),
  good_only boolean not null default false,
  rows_read int not null default 0,
  good int not null default 0,
  bad int not null default 0,
  doubles int not null default 0,
  handled int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  same int not null default 0,
  undone int not null default 0,
  kept int not null default 0,
  failure jsonb,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  taken_at timestamptz,
  version int not null default 1,
  primary key (company_id, id)
);
select platform.protect('customer.import');
create index import_age on customer.import (company_id, uploaded_at desc);

create table customer.import_piece (
  company_id uuid not null default platform.company(),
  import_id uuid not null,
  piece int not null,
  bytes bytea not null,
  primary key (company_id, import_id, piece),
  foreign key (company_id, import_id) references customer.import
);
select platform.protect_append_only('customer.import_piece');

create table customer.import_row (
  company_id uuid not null default platform.company(),
  import_id uuid not null,
  row_no int not null,
  seq int not null default 0,
  data jsonb not null,
  problems jsonb,
  code_key text,
  name_key text,
  month date,
  group_key text,
  target uuid,
  double_of int,
  handled boolean not null default false,
  outcome text check (outcome in ('CREATED', 'UPDATED', 'SAME', 'UNDONE', 'KEPT')),
  before jsonb,
  after jsonb,
  note jsonb,
  primary key (company_id, import_id, row_no, seq),
  foreign key (company_id, import_id) references customer.import
);
select platform.protect('customer.import_row');
create index import_row_keys on customer.import_row (company_id, import_id, group_key);
create index import_row_bad on customer.import_row (company_id, import_id, row_no) where problems is not null;
create index import_row_taken on customer.import_row (company_id, import_id, row_no, seq) where outcome in ('CREATED', 'UPDATED');
create index import_row_open on customer.import_row (company_id, import_id, row_no, seq) where not handled;

-- How the columns of a list with these headers were understood the last time.
create table customer.import_memory (
  company_id uuid not null default platform.company(),
  kind text not null,
  headers text not null,
  fields jsonb not null,
  noted_at timestamptz not null,
  primary key (company_id, kind, headers)
);
select platform.protect('customer.import_memory');
