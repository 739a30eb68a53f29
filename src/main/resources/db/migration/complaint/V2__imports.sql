-- Lists of complaints and of shipments brought in from Excel and CSV. The file itself is kept with the record (records).
create table complaint.import (
  company_id uuid not null default platform.company(),
  id uuid not null,
  kind text not null check (kind in ('COMPLAINTS', 'SHIPMENTS')),
  file_name text not null check (length(file_name) between 1 and 200),
  file_id uuid not null,
  state text not null check (state in ('UPLOADED', 'READING', 'READ', 'TAKING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED', 'DROPPED')),
  sheet int not null default 0,
  history boolean not null default true,
  mapping jsonb,
  read_rows int not null default 0,
  good int not null default 0,
  bad int not null default 0,
  known int not null default 0,
  taken int not null default 0,
  kept int not null default 0,
  failure text,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (company_id, id)
);
select platform.protect('complaint.import', 'select, insert, update');

create table complaint.import_row (
  company_id uuid not null default platform.company(),
  import_id uuid not null,
  row int not null,
  fields jsonb not null,
  problems text[] not null,
  key text not null,
  known boolean not null default false,
  record_id uuid,
  primary key (company_id, import_id, row),
  foreign key (company_id, import_id) references complaint.import
);
select platform.protect('complaint.import_row');
create index import_row_key on complaint.import_row (company_id, import_id, key) where key <> '';
create index import_row_bad on complaint.import_row (company_id, import_id, row) where cardinality(problems) > 0;
create index import_row_left on complaint.import_row (company_id, import_id, row) where record_id is null and cardinality(problems) = 0 and not known;

-- What customers and other systems call parts and defects may be long.
alter table complaint.line drop constraint line_defect_check, add constraint line_defect_check check (length(defect) <= 200);
alter table complaint.line drop constraint line_part_name_check, add constraint line_part_name_check check (length(part_name) <= 200);
