-- Who was told that a date of being back is in danger: once for each danger and date (001/3.6).
create table returns.alarm (
  company_id uuid not null default platform.company(),
  return_id uuid not null,
  alert text not null check (alert in ('NOT_SCHEDULED', 'SCHEDULED_LATE', 'OVERDUE')),
  back_by date not null,
  at timestamptz not null,
  primary key (company_id, return_id, alert, back_by),
  foreign key (company_id, return_id) references returns.return_case
);
select platform.protect_append_only('returns.alarm');
