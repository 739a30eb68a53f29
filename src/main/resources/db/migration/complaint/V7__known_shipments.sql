-- A shipment that is recorded already is counted apart; where the list gives another quantity, what is recorded stands beside it
-- until somebody says whether the list takes its place. Taking the import back puts the earlier quantity there again.
alter table complaint.import
  add column changed int not null default 0,
  add column replacing boolean not null default false;
alter table complaint.import_row add column former jsonb;
create index import_row_former on complaint.import_row (company_id, import_id, row) where former is not null;
