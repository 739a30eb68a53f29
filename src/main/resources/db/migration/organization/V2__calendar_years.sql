-- Years that the company imported itself; they stand before what ships with Huiyin and touch no other company.
create table organization.calendar_year (
  company_id uuid not null default platform.company(),
  year int not null check (year between 2000 and 2100),
  source text not null check (length(source) between 1 and 200),
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (company_id, year),
  foreign key (company_id, imported_by) references organization.person
);
select platform.protect('organization.calendar_year');

create table organization.calendar_published (
  company_id uuid not null default platform.company(),
  day date not null,
  year int not null,
  working boolean not null,
  names jsonb not null,
  primary key (company_id, day),
  foreign key (company_id, year) references organization.calendar_year
);
select platform.protect('organization.calendar_published');

alter table organization.calendar add column changed_by uuid, add column changed_at timestamptz;
alter table organization.department add constraint department_parent_other check (parent_id <> id);
