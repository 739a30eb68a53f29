-- An import that stops in the middle of taking over or back keeps what it knows: it goes on, or is taken back.
alter table customer.import drop constraint import_state_check;
alter table customer.import add constraint import_state_check
  check (state in ('UPLOADED', 'READING', 'READ', 'TAKING', 'DONE', 'UNDOING', 'UNDONE', 'DROPPED', 'FAILED', 'STOPPED'));
-- Rows that were good when they were read, and whose customer has gone or changed hands since.
alter table customer.import add column left_out int not null default 0;
alter table customer.import_row drop constraint import_row_outcome_check;
alter table customer.import_row add constraint import_row_outcome_check
  check (outcome in ('CREATED', 'UPDATED', 'SAME', 'LEFT', 'UNDONE', 'KEPT'));

-- Which rows are one customer is worked out when it is needed; what is looked up again and again is a number.
drop index customer.import_row_keys;
alter table customer.import_row drop column group_key;
create index import_row_codes on customer.import_row (company_id, import_id, code_key) where code_key is not null;

-- The application owns no table and so may not count rows for the planner; of its staging table it may.
create function customer.count_import_rows() returns void language plpgsql security definer set search_path = '' as $$
begin
  analyze customer.import_row;
end $$;
revoke execute on function customer.count_import_rows() from public;
grant execute on function customer.count_import_rows() to ${app};

-- What a merger made of the second customer, so that taking it back knows what somebody has changed since.
alter table customer.merger add column into_after jsonb;
