-- A complaint that somebody has begun to type: hers alone, no evidence, counted nowhere. Its id is the one that the complaint will bear.
create table complaint.draft (
  company_id uuid not null default platform.company(),
  id uuid not null,
  person_id uuid not null,
  typed jsonb not null check (jsonb_typeof(typed) = 'object' and length(typed::text) <= 400000),
  writer text not null check (length(writer) <= 40),
  version int not null check (version >= 1),
  started_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, person_id) references organization.person
);
select platform.protect('complaint.draft');
create index draft_person on complaint.draft (company_id, person_id, saved_at desc);
