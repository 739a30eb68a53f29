-- Inspection and test records by lot: of purchased parts by supplier, of self-made ones by plant (004/5.5, 5.6).
create table complaint.inspection (
  company_id uuid not null default platform.company(),
  id uuid not null,
  kind text not null check (kind in ('PURCHASED', 'SELF_MADE')),
  source text not null check (length(source) between 1 and 120),
  part text not null check (length(part) <= 80),
  part_key text not null check (length(part_key) <= 120),
  part_name text not null check (length(part_name) <= 200),
  lot text not null check (length(lot) between 1 and 80),
  lot_key text not null check (length(lot_key) between 1 and 120),
  inspected_on date not null,
  result text not null check (result in ('PASSED', 'FAILED', 'CONCESSION')),
  quantity numeric(18, 4) check (quantity >= 0),
  defective numeric(18, 4) check (defective >= 0 and (quantity is null or defective <= quantity)),
  document text not null check (length(document) <= 120),
  inspector text not null check (length(inspector) <= 80),
  note text not null check (length(note) <= 1000),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (company_id, id)
);
select platform.protect('complaint.inspection', 'select, insert, delete');
create index inspection_lot on complaint.inspection (company_id, lot_key);
create index inspection_part on complaint.inspection (company_id, part_key) where part_key <> '';
create index inspection_day on complaint.inspection (company_id, inspected_on desc, id desc);
create unique index inspection_once on complaint.inspection (company_id, lot_key, part_key, inspected_on, kind, source, document);

-- A record that was wrong stays and says why.
create table complaint.inspection_strike (
  company_id uuid not null default platform.company(),
  inspection_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  struck_by uuid not null,
  struck_at timestamptz not null,
  primary key (company_id, inspection_id),
  foreign key (company_id, inspection_id) references complaint.inspection
);
select platform.protect_append_only('complaint.inspection_strike');

create index shipment_lot on complaint.shipment (company_id, lot_key) where lot_key <> '';
alter table complaint.import drop constraint import_kind_check, add constraint import_kind_check check (kind in ('COMPLAINTS', 'SHIPMENTS', 'INSPECTIONS'));
